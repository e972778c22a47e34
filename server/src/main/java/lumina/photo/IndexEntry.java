package lumina.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lumina.access.Audience;
import lumina.access.KnownWords;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.media.ImageFormat;
import lumina.media.Playback;
import lumina.media.Taken;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.StrippedOriginal;
import org.jspecify.annotations.Nullable;

/// A photo's row in the index: enough to decide who may see it, and its place in lists.
///
/// @param sortKey its sort key in every list
/// @param taken when it was taken; when it was uploaded, if nothing else is known
/// @param topic as first written, empty if there is none
/// @param format of the original
/// @param revision of its item, see [PhotoRevisions]
/// @param version of its files and audience, see [ImageAddresses]
/// @param fileName the name of the uploaded file, empty if unknown
/// @param checksum SHA-256 of the original in hex, null if unknown; for its owner alone
/// @param clean what others get as its original
/// @param trashedAt when it was moved to the trash, in milliseconds since 1970; 0 if it is not
///   there
/// @param playback of its moving part, null if it has none
public record IndexEntry(
    long sortKey,
    String photoId,
    long userId,
    Taken taken,
    String topic,
    Audience audience,
    ImageFormat format,
    long revision,
    long version,
    String fileName,
    @Nullable String checksum,
    StrippedOriginal clean,
    long trashedAt,
    @Nullable Playback playback) {

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "audience", KnownWords.of(Audience.values(), Audience::word),
          "format", KnownWords.of(ImageFormat.values(), ImageFormat::name),
          "clean", KnownWords.of(StrippedOriginal.values(), StrippedOriginal::word),
          "playback", Playback.words());

  /// What [#read] needs of a photo `p`. Other columns are for sorting and searching, and MySQL
  /// would calculate some of them for each row.
  public static final String COLUMNS =
      """
      p.sort_key, p.photo_id, p.user_id, p.taken_at, p.taken_offset, p.taken_from, p.topic,
      p.audience, p.format, p.revision, p.version, p.file_name, p.checksum, p.clean, p.trashed_at,
      p.playback, p.duration_ms\
      """;

  /// The condition that this version can [#read] a photo `p`.
  public static final String IS_KNOWN =
      WORDS.entrySet().stream()
          .map(it -> KnownWords.in("p." + it.getKey(), it.getValue()))
          .sorted()
          .collect(Collectors.joining(" AND "));

  /// Returns what makes this version unable to [#read] a row: stored words by column.
  static Map<String, String> unknownWords(ResultSet row) throws SQLException {
    Map<String, String> unknown = new TreeMap<>();
    for (Map.Entry<String, Set<String>> known : WORDS.entrySet()) {
      String word = String.valueOf(row.getString(known.getKey()));
      if (!known.getValue().contains(word)) {
        unknown.put(known.getKey(), word);
      }
    }
    return unknown;
  }

  public static IndexEntry read(ResultSet row, int number) throws SQLException {
    return new IndexEntry(
        row.getLong("sort_key"),
        row.getString("photo_id"),
        row.getLong("user_id"),
        taken(row),
        row.getString("topic"),
        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        ImageFormat.valueOf(row.getString("format")),
        row.getLong("revision"),
        row.getLong("version"),
        row.getString("file_name"),
        row.getString("checksum"),
        StrippedOriginal.of(row.getString("clean")),
        row.getLong("trashed_at"),
        Playback.of(row.getString("playback"), row.getLong("duration_ms")));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    String from = row.getString("taken_from");
    if (from == null) {
      long uploadedAt = SortKey.timeOf(row.getLong("sort_key"));
      return new Taken(uploadedAt, null, Taken.Source.UPLOAD);
    }
    int offset = row.getInt("taken_offset");
    boolean known = !row.wasNull();
    return new Taken(row.getLong("taken_at"), known ? offset : null, Taken.Source.named(from));
  }

  /// Milliseconds since 1970.
  public long createdAt() {
    return SortKey.timeOf(sortKey);
  }

  public boolean isInTrash() {
    return trashedAt > 0;
  }

  /// @throws Problem.Conflict if it is in the trash, where it stays as it is
  public void requireNotInTrash() {
    if (isInTrash()) {
      throw new Problem.Conflict(
          "in_trash", "This photo is in the trash. Please restore it before you change it.");
    }
  }

  /// Whether it is a still picture with a moving part.
  public boolean hasMotion() {
    return playback != null && !format.isVideo();
  }

  public boolean isPlayable() {
    return status() == Playback.Status.READY;
  }

  public @Nullable Long durationMs() {
    return playback == null ? null : playback.durationMs();
  }

  public Playback.@Nullable Status status() {
    return playback == null ? null : playback.status();
  }

  public String fullKey() {
    return PhotoKeys.full(photoId, format);
  }

  public String cleanKey() {
    return PhotoKeys.clean(photoId, format);
  }
}
