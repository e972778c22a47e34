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
      SELECT p.*, u.username,
        EXISTS (SELECT 1 FROM photo_likes l
                WHERE l.photo_id = p.photo_id AND l.user_id = :viewer) AS liked,
        c.comment_id, c.user_id AS comment_user_id, cu.username AS comment_username,
        c.text AS comment_text, c.created_at AS comment_created_at
      """;
  private static final String ABOUT_THE_PHOTO =
      """

      CROSS JOIN users u ON u.id = p.user_id
      LEFT JOIN comments c ON c.sequence =
        (SELECT max(sequence) FROM comments WHERE photo_id = p.photo_id)
      LEFT JOIN users cu ON cu.id = c.user_id
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
