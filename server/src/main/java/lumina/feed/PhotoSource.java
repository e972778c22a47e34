package lumina.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.access.Visibility;
import lumina.album.AlbumPhotos;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoSearch;

/// A source of photos in a sort order, as parts of a SQL query. A new kind of list is a new source
/// if SQL contains on every backend what selects its photos. Otherwise (likes are in DynamoDB) a
/// port lists the ids, and [lumina.photo.PhotoStore#among] reads those that the viewer may see.
///
/// A list walks one index in its order and stops when the page is full: `CROSS JOIN` keeps SQLite
/// from starting with another table.
///
/// @param tables the `FROM` clause, in which `p` is photos
/// @param sortKey the sort column, descending
/// @param conditions joined with `AND`
/// @param parameters of the conditions
record PhotoSource(
    String tables, String sortKey, List<String> conditions, Map<String, Object> parameters) {

  static PhotoSource all() {
    return new PhotoSource("photos p", "p.sort_key", List.of(Visibility.LISTED), Map.of());
  }

  /// All photos, also those in the trash.
  static PhotoSource everything() {
    return new PhotoSource("photos p", "p.sort_key", List.of(Visibility.BY_AUDIENCE), Map.of());
  }

  /// The photos of an album that the viewer may see.
  static PhotoSource inAlbum(String albumId) {
    return new PhotoSource(AlbumPhotos.SHOWN, "p.sort_key", List.of(), Map.of())
        .where("a.album_id = :album", "album", albumId);
  }

  static PhotoSource tagged(String tag) {
    String tables = "photo_tags g CROSS JOIN photos p ON p.sort_key = g.sort_key";
    return new PhotoSource(tables, "g.sort_key", List.of("g.tag = :tag"), Map.of("tag", tag))
        .andAlso(Visibility.LISTED);
  }

  static PhotoSource of(PhotoSearch search, String match) {
    return new PhotoSource(
            search.source(), search.sortKey(), List.of(search.condition()), Map.of("match", match))
        .andAlso(Visibility.LISTED);
  }

  static PhotoSource of(PhotoSearch.Recent search) {
    return new PhotoSource(
            search.source(), "s.sort_key", List.of(search.condition()), search.parameters())
        .andAlso(Visibility.LISTED);
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

  /// Sorts by when the photos were taken; the sort key of the upload decides between equal times.
  ///
  /// @param tie the sort key of the upload before which a photo with an equal time is
  PhotoSource byTaken(long tie) {
    PhotoSource sorted = new PhotoSource(tables, "p.taken_time", conditions, parameters);
    return sorted.where("(p.taken_time < :before OR p.sort_key < :tie)", "tie", tie);
  }

  /// What the viewer and friends posted, for Home.
  PhotoSource ofFriends() {
    return andAlso("p.imported = 0").andAlso(Visibility.OF_VIEWER_OR_FRIENDS);
  }

  private PhotoSource andAlso(String condition) {
    return new PhotoSource(tables, sortKey, and(condition), parameters);
  }

  private PhotoSource where(String condition, String name, Object value) {
    Map<String, Object> more = new HashMap<>(parameters);
    more.put(name, value);
    return new PhotoSource(tables, sortKey, and(condition), more);
  }

  private List<String> and(String condition) {
    return Stream.concat(conditions.stream(), Stream.of(condition)).toList();
  }

  /// The query for the rows before the sort key `:before` that a viewer may see (see [Visibility]),
  /// at most `:rows`.
  String select() {
    return ("SELECT " + IndexEntry.COLUMNS + " FROM " + tables)
        + (" WHERE " + sortKey + (isTaken() ? " <= :before" : " < :before"))
        + (" AND " + String.join(" AND ", conditions))
        + (" AND " + IndexEntry.IS_KNOWN)
        + (" ORDER BY " + sortKey + (isTaken() ? " DESC, p.sort_key" : "") + " DESC LIMIT :rows");
  }

  private boolean isTaken() {
    return sortKey.equals("p.taken_time");
  }
}
