package lumina.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts the SELECT of a list of photos together.
///
/// Each list walks one index in the order of positions and stops when the page is full: `CROSS
/// JOIN` keeps SQLite from starting anywhere else.
final class PhotoListSql {
  /// Who may be on a page of Home without a filter: at most as many people as rows can be on it,
  /// those whose newest photos before it are newest.
  static final String HEADS =
      """
      SELECT c.user_id, (
        SELECT i.position FROM photos i
        WHERE i.user_id = c.user_id AND i.position < :before
          AND (i.audience <> 'private' OR i.user_id = :viewer)
        ORDER BY i.position DESC LIMIT 1) AS head
      FROM (SELECT :viewer AS user_id
            UNION ALL SELECT friend_id FROM friendships WHERE user_id = :viewer) c
      ORDER BY head DESC LIMIT :rows
      """;

  private PhotoListSql() {}

  /// Somebody and the place of their newest photo on the page.
  record Head(long userId, long head) {}

  /// Home without a filter: with as many people as there are rows, no photo older than the last of
  /// their newest ones can be on the page. So it costs a look at each friend's head and at a few
  /// rows of a few friends, however many photos there are.
  static String home(List<Head> heads, int rows) {
    long oldest = heads.size() < rows ? 0 : heads.getLast().head();
    String page =
        heads.stream()
            .map(head -> photosOf(head.userId(), oldest, rows))
            .collect(Collectors.joining(" UNION ALL "));
    return "SELECT p.* FROM (%s) s CROSS JOIN photos p ON p.position = s.position WHERE %s"
            .formatted(page, Audience.VISIBLE_TO_VIEWER)
        + " ORDER BY p.position DESC LIMIT :rows";
  }

  private static String photosOf(long userId, long oldest, int rows) {
    return """
    SELECT position FROM (
      SELECT i.position FROM photos i
      WHERE i.user_id = %1$d AND i.position < :before AND i.position >= %2$d
        AND (i.audience <> 'private' OR i.user_id = :viewer)
      ORDER BY i.position DESC LIMIT %3$d) h%1$d
    """
        .formatted(userId, oldest, rows);
  }

  static String filtered(PhotoQuery query, PhotoSearch search) {
    String source = "photos p";
    String position = "p.position";
    List<String> conditions = new ArrayList<>(List.of(Audience.VISIBLE_TO_VIEWER, scope(query)));
    if (!query.words().isEmpty()) {
      source = search.source();
      position = search.position();
      conditions.add(search.condition());
    } else if (!query.tag().isEmpty()) {
      source = "photo_tags g CROSS JOIN photos p ON p.position = g.position";
      position = "g.position";
      conditions.add("g.tag = :tag");
    }
    if (!query.words().isEmpty() && !query.tag().isEmpty()) {
      conditions.add("p.position IN (SELECT position FROM photo_tags WHERE tag = :tag)");
    }
    if (!query.topic().isEmpty()) {
      conditions.add("p.topic_key = :topic");
    }
    return ("SELECT p.* FROM " + source)
        + (" WHERE " + position + " < :before AND " + String.join(" AND ", conditions))
        + (" ORDER BY " + position + " DESC LIMIT :rows");
  }

  private static String scope(PhotoQuery query) {
    return switch (query.scope()) {
      case ALL -> "TRUE";
      case PROFILE -> "p.user_id = :owner";
      case HOME ->
          """
          (p.user_id = :viewer OR EXISTS (
             SELECT 1 FROM friendships h WHERE h.user_id = :viewer AND h.friend_id = p.user_id))
          """;
    };
  }
}
