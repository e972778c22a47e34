package lumina.photo;

import java.util.ArrayList;
import java.util.List;

/// Puts the SELECT of a list of photos together.
///
/// Each list walks one index in the order of positions and stops when the page is full: `CROSS
/// JOIN` keeps SQLite from starting anywhere else.
final class PhotoListSql {
  /// Whether a row `p` of photos is the viewer's or a friend's.
  static final String OF_FRIENDS =
      """
      (p.user_id = :viewer OR EXISTS (
         SELECT 1 FROM friendships h WHERE h.user_id = :viewer AND h.friend_id = p.user_id))
      """;

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
      case HOME -> OF_FRIENDS;
    };
  }
}
