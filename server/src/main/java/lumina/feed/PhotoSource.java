package lumina.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.access.Visibility;
import lumina.photo.PhotoSearch;

/// Where the photos of a list come from, and in which order they stand. A new kind of list is a new
/// source.
///
/// A list walks one index in its order and stops when the page is full: `CROSS JOIN` keeps SQLite
/// from starting anywhere else.
///
/// @param tables of which `p` is photos, as `FROM` has it
/// @param sortKey the column by which they are in order, the greatest first
/// @param conditions that hold of each row
/// @param parameters of the conditions
record PhotoSource(
    String tables, String sortKey, List<String> conditions, Map<String, Object> parameters) {

  static PhotoSource all() {
    return new PhotoSource("photos p", "p.sort_key", List.of(), Map.of());
  }

  static PhotoSource tagged(String tag) {
    String tables = "photo_tags g CROSS JOIN photos p ON p.sort_key = g.sort_key";
    return new PhotoSource(tables, "g.sort_key", List.of("g.tag = :tag"), Map.of("tag", tag));
  }

  static PhotoSource matching(PhotoSearch search, String match) {
    return new PhotoSource(
        search.source(), search.sortKey(), List.of(search.condition()), Map.of("match", match));
  }

  PhotoSource alsoTagged(String tag) {
    return where("p.sort_key IN (SELECT sort_key FROM photo_tags WHERE tag = :tag)", "tag", tag);
  }

  PhotoSource underTopic(String topic) {
    return where("p.topic_key = :topic", "topic", topic);
  }

  PhotoSource ofPerson(long owner) {
    return where("p.user_id = :owner", "owner", owner);
  }

  PhotoSource ofFriends() {
    return new PhotoSource(tables, sortKey, and(Visibility.OF_VIEWER_OR_FRIENDS), parameters);
  }

  private PhotoSource where(String condition, String name, Object value) {
    Map<String, Object> more = new HashMap<>(parameters);
    more.put(name, value);
    return new PhotoSource(tables, sortKey, and(condition), more);
  }

  private List<String> and(String condition) {
    return Stream.concat(conditions.stream(), Stream.of(condition)).toList();
  }

  /// The rows that a viewer may see (see [Visibility]) before the sort key `:before`, `:rows` of
  /// them at most.
  String select() {
    return ("SELECT p.* FROM " + tables)
        + (" WHERE " + sortKey + " < :before")
        + (" AND " + String.join(" AND ", and(Visibility.TO_VIEWER)))
        + (" ORDER BY " + sortKey + " DESC LIMIT :rows");
  }
}
