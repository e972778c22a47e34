package lumina.album;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.AlbumVisibility;
import lumina.access.Audience;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.photo.count.MonthCounts.Month;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the photos of albums that a viewer may see. [AlbumPositions] writes them.
@Repository
@Transactional(readOnly = true)
public class AlbumPhotos {
  /// What a viewer sees of an album.
  ///
  /// @param photos their number
  /// @param cover the photo that stands for it; the chosen one or the first, null without any
  public record Summary(String albumId, long photos, @Nullable Cover cover) {
    private static Summary read(ResultSet row, int number) throws SQLException {
      String photo = row.getString("photo_id");
      return new Summary(
          row.getString("album_id"),
          row.getLong("photos"),
          photo == null
              ? null
              : new Cover(
                  photo, Audience.stored(row.getString("audience")), row.getLong("version")));
    }
  }

  /// @param version of the photo's addresses
  public record Cover(String photoId, Audience audience, long version) {}

  private record Placed(IndexEntry photo, long position) {
    private static Placed read(ResultSet row, int number) throws SQLException {
      return new Placed(IndexEntry.read(row, number), row.getLong("position"));
    }
  }

  /// The rows `l` of an album `a`, with those photos `p` that the viewer sees there.
  public static final String SHOWN =
      """
      albums a CROSS JOIN album_photos l ON l.album_id = a.album_id
      CROSS JOIN photos p ON p.photo_id = l.photo_id AND %s AND %s
      """
          .formatted(AlbumVisibility.SHOWS_VIEWER, IndexEntry.IS_KNOWN);

  private final JdbcClient sql;

  AlbumPhotos(JdbcClient sql) {
    this.sql = sql;
  }

  /// Returns a page of an album that this viewer may see, in its order.
  public Page<IndexEntry> page(Viewer viewer, Album album, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("album %d %s".formatted(viewer.userId(), album.albumId()));
    List<Placed> read = read(viewer, album, start(album, cursor, after), limit + 1);
    return Page.of(read, limit, last -> cursor.at(at(album, last))).map(Placed::photo);
  }

  private static String at(Album album, Placed last) {
    return "%d %d %s".formatted(album.numbering(), last.position(), last.photo().photoId());
  }

  /// The position at which the previous page ended. If all positions changed since, it is where its
  /// last photo is now.
  private long start(Album album, Cursor cursor, @Nullable String after) {
    List<String> parts = cursor.readParts(after, 3);
    if (parts.isEmpty()) {
      return Long.MIN_VALUE;
    }
    long position = Cursor.number(parts.get(1));
    return Cursor.number(parts.get(0)) == album.numbering()
        ? position
        : position(album.albumId(), parts.get(2)).orElse(position);
  }

  Optional<Long> position(String albumId, String photoId) {
    return sql.sql(
            "SELECT position FROM album_photos WHERE album_id = :album AND photo_id = :photo")
        .param("album", albumId)
        .param("photo", photoId)
        .query(Long.class)
        .optional();
  }

  private List<Placed> read(Viewer viewer, Album album, long after, int rows) {
    return sql.sql(
            """
            SELECT p.*, l.position FROM %s
            WHERE a.album_id = :album AND l.position > :after ORDER BY l.position LIMIT :rows
            """
                .formatted(SHOWN))
        .params(Visibility.parameters(viewer))
        .param("album", album.albumId())
        .param("after", after)
        .param("rows", rows)
        .query(Placed::read)
        .list();
  }

  /// Returns the ids of all photos of an album that this viewer sees, in its order.
  public List<String> ids(Viewer viewer, Album album) {
    return sql.sql(
            "SELECT p.photo_id FROM %s WHERE a.album_id = :album ORDER BY l.position"
                .formatted(SHOWN))
        .params(Visibility.parameters(viewer))
        .param("album", album.albumId())
        .query((row, number) -> row.getString("photo_id"))
        .list();
  }

  /// Whether an album shows this viewer a photo.
  boolean shows(Viewer viewer, Album album, String photoId) {
    return sql.sql(
                "SELECT count(*) FROM %s WHERE a.album_id = :album AND l.photo_id = :photo"
                    .formatted(SHOWN))
            .params(Visibility.parameters(viewer))
            .param("album", album.albumId())
            .param("photo", photoId)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Returns the months in which the photos of an album were taken, newest first.
  public List<Month> months(Viewer viewer, Album album) {
    return sql.sql(
            """
            SELECT p.month, count(*) AS photos FROM %s
            WHERE a.album_id = :album GROUP BY p.month ORDER BY p.month DESC
            """
                .formatted(SHOWN))
        .params(Visibility.parameters(viewer))
        .param("album", album.albumId())
        .query(Rows.of(Month.class))
        .list();
  }

  /// Sums up what this viewer sees of albums that they may see, by album.
  public Map<String, Summary> summaries(Viewer viewer, Collection<String> albumIds) {
    if (albumIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            """
            SELECT s.album_id, s.photos, c.photo_id, c.audience, c.version FROM (
              SELECT o.album_id,
                (SELECT count(*) FROM %1$s WHERE a.album_id = o.album_id) AS photos,
                COALESCE(
                  (SELECT p.photo_id FROM %1$s
                   WHERE a.album_id = o.album_id AND l.photo_id = o.cover),
                  (SELECT p.photo_id FROM %1$s
                   WHERE a.album_id = o.album_id ORDER BY l.position LIMIT 1)) AS cover
              FROM albums o WHERE o.album_id IN (:albums)) s
            LEFT JOIN photos c ON c.photo_id = s.cover
            """
                .formatted(SHOWN))
        .params(Visibility.parameters(viewer))
        .param("albums", albumIds)
        .query(Summary::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Summary::albumId, Function.identity()));
  }
}
