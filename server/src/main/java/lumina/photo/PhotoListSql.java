package lumina.photo;

import java.util.ArrayList;
import java.util.List;

/// Puts the SELECT of a photo list together.
///
/// Each list walks one index in the order of positions and stops when the page is full: `CROSS
/// JOIN` keeps SQLite from starting anywhere else.
final class PhotoListSql {
  private static final String COLUMNS =
      """
      SELECT p.*, u.username, u.picture AS user_picture,
        EXISTS (SELECT 1 FROM photo_likes l
                WHERE l.photo_id = p.photo_id AND l.user_id = :viewer) AS liked,
        c.comment_id, c.user_id AS comment_user_id, cu.username AS comment_username,
        c.text AS comment_text, c.created_at AS comment_created_at
      """;
  private static final String ABOUT_THE_PHOTO =
      """

      CROSS JOIN users u ON u.id = p.user_id
      LEFT JOIN comments c ON c.sequence = (
        SELECT lc.sequence FROM comments lc WHERE lc.photo_id = p.photo_id AND %s
        ORDER BY lc.sequence DESC LIMIT 1)
      LEFT JOIN users cu ON cu.id = c.user_id
      """
          .formatted(Audience.notBlocked("lc.user_id"));

  /// Home without a filter: at most as many people as rows can be on the page, those whose newest
  /// photos before it are newest, and with that many no photo older than the last of these. So the
  /// page costs a look at each friend's head and at a few rows of a few friends, however many
  /// photos there are.
  private static final String HOME =
      """
      WITH circle (user_id) AS (
        SELECT :viewer UNION ALL SELECT friend_id FROM friendships WHERE user_id = :viewer),
      heads AS MATERIALIZED (
        SELECT c.user_id, (
          SELECT i.position FROM photos i
          WHERE i.user_id = c.user_id AND i.position < :before
            AND (i.audience <> 'private' OR i.user_id = :viewer)
          ORDER BY i.position DESC LIMIT 1) AS head
        FROM circle c ORDER BY head DESC LIMIT :rows),
      oldest (head) AS MATERIALIZED (
        SELECT CASE WHEN count(head) = :rows THEN min(head) ELSE 0 END FROM heads),
      page (position) AS (
        SELECT o.position FROM heads h CROSS JOIN photos o ON o.position IN (
          SELECT i.position FROM photos i
          WHERE i.user_id = h.user_id AND i.position < :before
            AND i.position >= (SELECT head FROM oldest)
            AND (i.audience <> 'private' OR i.user_id = :viewer)
          ORDER BY i.position DESC LIMIT :rows)
        ORDER BY o.position DESC LIMIT :rows)
      """;

  private PhotoListSql() {}

  static String one() {
    return COLUMNS
        + "FROM photos p"
        + ABOUT_THE_PHOTO
        + "WHERE p.photo_id = :photo AND "
        + Audience.VISIBLE_TO_VIEWER;
  }

  static String page(PhotoQuery query) {
    return query.isPlainHome() ? home() : filtered(query);
  }

  private static String home() {
    return HOME
        + (COLUMNS + "FROM page s CROSS JOIN photos p ON p.position = s.position" + ABOUT_THE_PHOTO)
        + ("WHERE " + Audience.VISIBLE_TO_VIEWER + " ORDER BY s.position DESC");
  }

  private static String filtered(PhotoQuery query) {
    String source = "photos p";
    String position = "p.position";
    List<String> conditions = new ArrayList<>(List.of(Audience.VISIBLE_TO_VIEWER, scope(query)));
    if (!query.words().isEmpty()) {
      source = "photo_search s CROSS JOIN photos p ON p.position = s.rowid";
      position = "s.rowid";
      conditions.add("s.photo_search MATCH :match");
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
    return (COLUMNS + "FROM " + source + ABOUT_THE_PHOTO)
        + ("WHERE " + position + " < :before AND " + String.join(" AND ", conditions))
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
