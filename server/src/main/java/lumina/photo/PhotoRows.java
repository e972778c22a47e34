package lumina.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lumina.media.Playback;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.photo.detail.StrippedOriginal;
import lumina.storage.Version;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads and changes rows of the index regardless of the viewer: for work on a whole Lumina.
@Repository
public class PhotoRows implements Measured {
  /// @param derivedBy the version that made its sizes
  public record Row(IndexEntry entry, String derivedBy) {
    private static Row read(ResultSet columns, int number) throws SQLException {
      return new Row(IndexEntry.read(columns, number), columns.getString("derived_by"));
    }
  }

  /// A row that this version cannot read, or whose time is in no calendar.
  ///
  /// @param why the stored values by column
  public record Unreadable(long sortKey, String photoId, Map<String, String> why) {}

  private final NamedParameterJdbcTemplate sql;

  PhotoRows(NamedParameterJdbcTemplate sql) {
    this.sql = sql;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.ofDatabase(
            "lumina.photos", "Photos and videos, with those in the trash", this::count),
        Measure.ofDatabase(
            "lumina.videos.waiting",
            "Videos that are being transcoded or wait for it",
            () -> count("SELECT count(*) FROM photos WHERE playback = 'processing'")));
  }

  private long count(String photos) {
    return Objects.requireNonNull(sql.queryForObject(photos, Map.of(), Long.class));
  }

  /// Returns rows after a sort key, oldest first.
  public List<Row> after(long sortKey, int rows) {
    return sql.query(
        "SELECT p.* FROM photos p WHERE p.sort_key > :after AND %s ORDER BY p.sort_key LIMIT :rows"
            .formatted(IndexEntry.IS_KNOWN),
        Map.of("after", sortKey, "rows", rows),
        Row::read);
  }

  /// Returns the rows that all other reads leave out: a newer version wrote them, or they are
  /// damaged.
  public List<Unreadable> unknown() {
    return unreadable("NOT (" + IndexEntry.IS_KNOWN + ")", IndexEntry::unknownWords);
  }

  /// Returns the rows whose time is so far away that it is in no month.
  public List<Unreadable> timeless() {
    return unreadable(
        "p.month IS NULL", row -> Map.of("taken_at", String.valueOf(row.getLong("taken_at"))));
  }

  private interface Why {
    Map<String, String> of(ResultSet row) throws SQLException;
  }

  private List<Unreadable> unreadable(String condition, Why why) {
    return sql.query(
        "SELECT p.* FROM photos p WHERE %s ORDER BY p.sort_key".formatted(condition),
        (row, n) ->
            new Unreadable(row.getLong("sort_key"), row.getString("photo_id"), why.of(row)));
  }

  /// Returns photos before a sort key whose files were not asked yet how they were taken, newest
  /// first.
  public List<IndexEntry> notCaptured(long before, int rows) {
    return sql.query(
        """
        SELECT p.* FROM photos p WHERE p.captured = 0 AND p.sort_key < :before AND %s
        ORDER BY p.sort_key DESC LIMIT :rows
        """
            .formatted(IndexEntry.IS_KNOWN),
        Map.of("before", before, "rows", rows),
        IndexEntry::read);
  }

  /// Returns photos before a sort key whose checksum is not known yet, newest first.
  public List<IndexEntry> withoutChecksum(long before, int rows) {
    return sql.query(
        """
        SELECT p.* FROM photos p WHERE p.checksum IS NULL AND p.sort_key < :before AND %s
        ORDER BY p.sort_key DESC LIMIT :rows
        """
            .formatted(IndexEntry.IS_KNOWN),
        Map.of("before", before, "rows", rows),
        IndexEntry::read);
  }

  /// Stores the SHA-256 of an original, in hex.
  public void setChecksum(long sortKey, String checksum) {
    sql.update(
        "UPDATE photos SET checksum = :checksum WHERE sort_key = :sort_key",
        Map.of("checksum", checksum, "sort_key", sortKey));
  }

  /// Returns the first photo after a sort key whose moving part has to be made playable.
  public Optional<IndexEntry> toTranscode(long after) {
    return sql
        .query(
            """
            SELECT p.* FROM photos p
            WHERE p.playback = 'processing' AND p.sort_key > :after AND %s
            ORDER BY p.sort_key LIMIT 1
            """
                .formatted(IndexEntry.IS_KNOWN),
            Map.of("after", after),
            IndexEntry::read)
        .stream()
        .findAny();
  }

  /// Stores whether browsers can play the moving part of a photo.
  ///
  /// @return false if there is no such photo
  public boolean playable(String photoId, Playback playback) {
    return sql.update(
            """
            UPDATE photos SET playback = :playback, duration_ms = :duration
            WHERE photo_id = :photo
            """,
            Map.of(
                "playback",
                Playback.word(playback),
                "duration",
                playback.durationMs(),
                "photo",
                photoId))
        > 0;
  }

  public long count() {
    return count("SELECT count(*) FROM photos");
  }

  /// Returns the rows that exist, in any order.
  public List<Row> among(Collection<String> photoIds) {
    return photoIds.isEmpty()
        ? List.of()
        : sql.query(
            "SELECT p.* FROM photos p WHERE p.photo_id IN (:ids) AND " + IndexEntry.IS_KNOWN,
            Map.of("ids", photoIds),
            Row::read);
  }

  /// Returns the ids that exist.
  public Set<String> present(Collection<String> photoIds) {
    return photoIds.isEmpty()
        ? Set.of()
        : new HashSet<>(
            sql.queryForList(
                "SELECT photo_id FROM photos WHERE photo_id IN (:ids)",
                Map.of("ids", new HashSet<>(photoIds)),
                String.class));
  }

  /// Stores that the files of a photo were derived again by this version of Lumina.
  ///
  /// @return false if there is no such photo
  public boolean rederived(String photoId, StrippedOriginal clean) {
    return sql.update(
            """
            UPDATE photos SET derived_by = :version, clean = :clean, version = version + 1
            WHERE photo_id = :photo
            """,
            Map.of("version", Version.current(), "clean", clean.word(), "photo", photoId))
        > 0;
  }

  /// Locks a row until the transaction ends, and returns it if it exists.
  Optional<IndexEntry> lock(long sortKey) {
    lock(List.of(sortKey));
    return sql
        .query(
            "SELECT p.* FROM photos p WHERE p.sort_key = :sort_key AND " + IndexEntry.IS_KNOWN,
            Map.of("sort_key", sortKey),
            IndexEntry::read)
        .stream()
        .findAny();
  }

  /// Locks rows until the transaction ends.
  public void lock(Collection<Long> sortKeys) {
    sql.update(
        "UPDATE photos SET topic = topic WHERE sort_key IN (:sort_keys)",
        Map.of("sort_keys", sortKeys));
  }
}
