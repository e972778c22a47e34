package lumina.album;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.access.AlbumVisibility;
import lumina.access.Friends;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds albums to which one person added much within a day, for Home.
@Repository
@Transactional(readOnly = true)
class AlbumStories {
  private static final int LEAST_PHOTOS = 4;
  private static final int SHOWN_PHOTOS = 5;
  private static final Duration REACH = Duration.ofDays(30);

  /// The start of the day on which a photo was added, in UTC.
  private static final String DAY = "l.added_at - l.added_at % " + Duration.ofDays(1).toMillis();

  /// What one person added to an album on one day.
  ///
  /// @param day its start, in milliseconds since 1970
  /// @param added the number of photos that the viewer sees
  /// @param addedAt when the last of them was added
  record Story(String albumId, long userId, long day, long added, long addedAt) {
    Key key() {
      return new Key(albumId, userId, day);
    }
  }

  record Key(String albumId, long userId, long day) {}

  private record Added(Key to, IndexEntry photo) {
    private static Added read(ResultSet row, int number) throws SQLException {
      return new Added(
          new Key(row.getString("album_id"), row.getLong("user_id"), row.getLong("day")),
          IndexEntry.read(row, number));
    }
  }

  /// What people added is found without a look at each photo; of the page alone it is counted what
  /// the viewer sees. Members are friends of the owner, so their albums are among those of friends.
  private static final String STORIES =
      """
      SELECT s.*, (
        SELECT count(*) FROM %2$s
        WHERE a.album_id = s.album_id AND l.user_id = s.user_id
          AND l.added_at BETWEEN s.day AND s.added_at) AS added
      FROM (
        SELECT l.album_id, l.user_id, %1$s AS day, max(l.added_at) AS added_at
        FROM albums a JOIN album_photos l ON l.album_id = a.album_id
        WHERE (a.user_id = :viewer OR a.user_id IN (%3$s)) AND %4$s
          AND a.updated_at >= :since AND l.added_at >= :since
        GROUP BY l.album_id, l.user_id, %1$s
        HAVING count(*) >= :least AND (max(l.added_at) < :at OR (max(l.added_at) = :at AND
          (l.album_id < :album OR (l.album_id = :album AND l.user_id < :user))))
        ORDER BY max(l.added_at) DESC, l.album_id DESC, l.user_id DESC LIMIT :rows) s
      ORDER BY s.added_at DESC, s.album_id DESC, s.user_id DESC
      """
          .formatted(DAY, AlbumPhotos.SHOWN, Friends.OF_VIEWER, AlbumVisibility.TO_VIEWER);

  private static final String NEWEST =
      """
      SELECT r.* FROM (
        SELECT p.*, l.album_id, %1$s AS day, row_number() OVER (
          PARTITION BY l.album_id, l.user_id, %1$s ORDER BY l.added_at DESC, l.position) AS number
        FROM %2$s
        WHERE a.album_id IN (:albums) AND l.added_at BETWEEN :first AND :last) r
      WHERE r.number <= :photos ORDER BY r.number
      """
          .formatted(DAY, AlbumPhotos.SHOWN);

  private final JdbcClient sql;
  private final Clock clock;

  AlbumStories(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Returns a page of the stories of the viewer and of their friends, latest first; shorter if the
  /// viewer does not see enough of what was added.
  Page<Story> page(Person viewer, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("stories " + viewer.userId());
    List<String> parts = cursor.readParts(after, 3);
    boolean start = parts.isEmpty();
    List<Story> read =
        sql.sql(STORIES)
            .params(Visibility.parameters(viewer))
            .param("since", clock.millis() - REACH.toMillis())
            .param("least", LEAST_PHOTOS)
            .param("at", start ? Long.MAX_VALUE : Cursor.number(parts.get(0)))
            .param("user", start ? 0 : Cursor.number(parts.get(1)))
            .param("album", start ? "" : parts.get(2))
            .param("rows", limit + 1)
            .query(Rows.of(Story.class))
            .list();
    Page<Story> page = Page.of(read, limit, last -> cursor.at(at(last)));
    return new Page<>(
        page.items().stream().filter(story -> story.added() >= LEAST_PHOTOS).toList(), page.next());
  }

  private static String at(Story last) {
    return "%d %d %s".formatted(last.addedAt(), last.userId(), last.albumId());
  }

  /// Returns the newest photos of each story.
  Map<Key, List<IndexEntry>> photos(Person viewer, List<Story> stories) {
    if (stories.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(NEWEST)
        .params(Visibility.parameters(viewer))
        .param("albums", stories.stream().map(Story::albumId).collect(Collectors.toSet()))
        .param("first", stories.stream().mapToLong(Story::day).min().orElseThrow())
        .param("last", stories.stream().mapToLong(Story::addedAt).max().orElseThrow())
        .param("photos", SHOWN_PHOTOS)
        .query(Added::read)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Added::to, HashMap::new, Collectors.mapping(Added::photo, Collectors.toList())));
  }
}
