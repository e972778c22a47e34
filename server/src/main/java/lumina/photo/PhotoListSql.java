package lumina.photo;

import java.util.ArrayList;
import java.util.List;

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

  /// The newest photo with which one of these people alone fills the page: nothing older is on it.
  static final String FILLED =
      """
      SELECT coalesce(max(filled.position), 0) FROM (
        SELECT (
          SELECT i.position FROM photos i
          WHERE i.user_id = f.id AND i.position < :before
            AND (i.audience <> 'private' OR i.user_id = :viewer)
          ORDER BY i.position DESC LIMIT 1 OFFSET :others) AS position
        FROM users f WHERE f.id IN (:people)) filled
      """;

  /// Home without a filter, of those people. So it costs a look at each friend's newest photo and
  /// at a few of a few friends, however many photos there are. The sum keeps MySQL from walking
  /// through everyone's photos in the order it is asked for.
  static final String HOME =
      """
      SELECT p.* FROM (
        SELECT i.position FROM photos i
        WHERE i.user_id IN (:people) AND i.position < :before AND i.position >= :oldest
          AND (i.audience <> 'private' OR i.user_id = :viewer)
        ORDER BY i.position + 0 DESC LIMIT :rows) page
      CROSS JOIN photos p ON p.position = page.position
      WHERE %s ORDER BY p.position DESC
      """
          .formatted(Audience.VISIBLE_TO_VIEWER);

  private PhotoListSql() {}

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
