package lumina.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.access.Friends;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.photo.IndexEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads Home without a filter. If many of the newest photos are of friends, the page is found
/// among the newest photos of all people. Otherwise it is built from the newest photo of each
/// friend and some more photos of the most active ones. The cost of both is independent of the
/// total number of photos.
@Component
class HomeFeed {
  /// A person and the sort key of their newest photo before the cursor.
  private record Head(long userId, long sortKey) {}

  /// The sort keys at which [#PHOTOS_PER_PERSON] photos of a person, and a page full of their
  /// photos, are reached; 0 if they have fewer.
  private record Busy(long some, long all) {}

  /// A few people with this many photos each fill a page.
  private static final int PHOTOS_PER_PERSON = 8;

  /// The newest photos of all people that are read, as a multiple of the page size.
  private static final int TIMES_THE_PAGE = 4;

  /// A photo of the viewer or a friend may be on the page: it is before the cursor and visible, and
  /// was posted, not imported.
  private static final String CANDIDATE =
      "i.sort_key < :before AND i.imported = 0 AND " + Visibility.amongFriends("i");

  /// The page, found among the newest photos of all people; incomplete if these do not suffice.
  private static final String RECENT =
      """
      SELECT %1$s FROM (
        SELECT %1$s, p.imported FROM photos p
        WHERE p.sort_key < :before ORDER BY p.sort_key DESC LIMIT :recent) p
      WHERE p.imported = 0 AND %2$s AND %3$s AND %4$s ORDER BY p.sort_key DESC LIMIT :rows
      """
          .formatted(
              IndexEntry.COLUMNS,
              Visibility.OF_VIEWER_OR_FRIENDS,
              Visibility.LISTED,
              IndexEntry.IS_KNOWN);

  /// The people who may be on the page: those whose newest photos before the cursor are newest. A
  /// page has at most as many people as rows.
  private static final String HEADS =
      """
      SELECT c.user_id, %s AS head
      FROM (SELECT :viewer AS user_id UNION ALL %s) c
      ORDER BY head DESC LIMIT :rows
      """
          .formatted(newest("c.user_id", "0"), Friends.OF_VIEWER);

  /// Both sort keys of [Busy] for the most active of these people. All others have fewer than
  /// [#PHOTOS_PER_PERSON] photos newer than the last `few_photos`.
  private static final String BUSIEST =
      """
      SELECT busy.few_photos, %s AS whole_page FROM (
        SELECT u.id, %s AS few_photos FROM users u
        WHERE u.id IN (:people) ORDER BY few_photos DESC LIMIT :few) busy
      """
          .formatted(
              newest("busy.id", ":others"), newest("u.id", String.valueOf(PHOTOS_PER_PERSON - 1)));

  /// The addition (`+ 0`) keeps MySQL from walking through everyone's photos in sort order.
  private static final String PAGE =
      """
      SELECT %s FROM (
        SELECT i.sort_key FROM photos i
        WHERE i.user_id IN (:people) AND i.sort_key >= :oldest AND %s
        ORDER BY i.sort_key + 0 DESC LIMIT :rows) page
      CROSS JOIN photos p ON p.sort_key = page.sort_key
      WHERE %s AND %s ORDER BY p.sort_key DESC
      """
          .formatted(IndexEntry.COLUMNS, CANDIDATE, Visibility.LISTED, IndexEntry.IS_KNOWN);

  private final JdbcClient sql;

  /// Viewers for whom the newest photos of all people did not suffice in the last hour.
  private final Cache<Long, Boolean> amongStrangers =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  HomeFeed(JdbcClient sql) {
    this.sql = sql;
  }

  /// A subquery: the sort key of a person's photo that follows this number of newer ones before the
  /// cursor. The person is the viewer or a friend.
  private static String newest(String person, String others) {
    return """
    (SELECT i.sort_key FROM photos i WHERE i.user_id = %s AND %s
     ORDER BY i.sort_key DESC LIMIT 1 OFFSET %s)
    """
        .formatted(person, CANDIDATE, others);
  }

  /// Photos before a sort key, newest first.
  List<IndexEntry> page(Viewer viewer, long before, int rows) {
    Map<String, Object> page = new HashMap<>(Visibility.parameters(viewer));
    page.put("before", before);
    page.put("rows", rows);
    if (amongStrangers.getIfPresent(viewer.userId()) == null) {
      List<IndexEntry> recent = recent(page, rows);
      if (recent.size() == rows) {
        return recent;
      }
      amongStrangers.put(viewer.userId(), true);
    }
    return ofFriends(page, rows);
  }

  private List<IndexEntry> recent(Map<String, Object> page, int rows) {
    return sql.sql(RECENT)
        .params(page)
        .param("recent", TIMES_THE_PAGE * rows)
        .query(IndexEntry::read)
        .list();
  }

  private List<IndexEntry> ofFriends(Map<String, Object> page, int rows) {
    List<Head> heads = heads(page);
    if (heads.isEmpty()) {
      return List.of();
    }
    page.put("people", heads.stream().map(Head::userId).toList());
    long last = heads.size() < rows ? 0 : heads.getLast().sortKey();
    page.put("oldest", Math.max(last, filled(page, rows)));
    return sql.sql(PAGE).params(page).query(IndexEntry::read).list();
  }

  private List<Head> heads(Map<String, Object> page) {
    return sql
        .sql(HEADS)
        .params(page)
        .query((row, n) -> new Head(row.getLong("user_id"), row.getLong("head")))
        .list()
        .stream()
        .filter(head -> head.sortKey() != 0)
        .toList();
  }

  /// A sort key at which the page is full: a few people together fill it there, or one of them
  /// alone. 0 if there is none.
  private long filled(Map<String, Object> page, int rows) {
    int few = Math.ceilDiv(rows, PHOTOS_PER_PERSON);
    List<Busy> busiest =
        sql.sql(BUSIEST)
            .params(page)
            .param("others", rows - 1)
            .param("few", few)
            .query((row, n) -> new Busy(row.getLong("few_photos"), row.getLong("whole_page")))
            .list();
    long together = busiest.size() < few ? 0 : busiest.getLast().some();
    long alone = busiest.stream().mapToLong(Busy::all).max().orElse(0);
    return Math.max(together, alone);
  }
}
