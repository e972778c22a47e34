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

/// Home without a filter. Where friends are many among those who post, the page is found among the
/// newest photos of all. Else it takes a look at each friend's newest photo, and at some more of
/// those who posted latest. Either costs the same however many photos there are.
@Component
class HomeFeed {
  /// Somebody and the sort key of their newest photo on a page.
  private record Head(long userId, long sortKey) {}

  /// Where somebody's [#PHOTOS_PER_PERSON] newest photos on a page end, and where their photos
  /// alone fill it; 0 when they have not as many.
  private record Busy(long some, long all) {}

  /// So many photos of each of a few people fill a page.
  private static final int PHOTOS_PER_PERSON = 8;

  /// So many times the page are looked at of the newest photos of all.
  private static final int TIMES_THE_PAGE = 4;

  /// Whether a photo of the viewer, or of a friend of theirs, may be on the page.
  private static final String CANDIDATE =
      "i.sort_key < :before AND " + Visibility.amongFriends("i");

  /// The page, or less than that if it takes more than the newest photos of all.
  private static final String RECENT =
      """
      SELECT p.* FROM (
        SELECT * FROM photos r WHERE r.sort_key < :before ORDER BY r.sort_key DESC LIMIT :recent) p
      WHERE %s AND %s ORDER BY p.sort_key DESC LIMIT :rows
      """
          .formatted(Visibility.OF_VIEWER_OR_FRIENDS, Visibility.TO_VIEWER);

  /// Who may be on the page: those whose newest photos before it are newest, for not more people
  /// than rows can be on it.
  private static final String HEADS =
      """
      SELECT c.user_id, %s AS head
      FROM (SELECT :viewer AS user_id UNION ALL %s) c
      ORDER BY head DESC LIMIT :rows
      """
          .formatted(newest("c.user_id", "0"), Friends.OF_VIEWER);

  /// The busiest of these people, in the order of these sort keys. All others have fewer than
  /// [#PHOTOS_PER_PERSON] photos after the last of them.
  private static final String BUSIEST =
      """
      SELECT busy.few_photos, %s AS whole_page FROM (
        SELECT u.id, %s AS few_photos FROM users u
        WHERE u.id IN (:people) ORDER BY few_photos DESC LIMIT :few) busy
      """
          .formatted(
              newest("busy.id", ":others"), newest("u.id", String.valueOf(PHOTOS_PER_PERSON - 1)));

  /// The sum keeps MySQL from walking through everyone's photos in the order it is asked for.
  private static final String PAGE =
      """
      SELECT p.* FROM (
        SELECT i.sort_key FROM photos i
        WHERE i.user_id IN (:people) AND i.sort_key >= :oldest AND %s
        ORDER BY i.sort_key + 0 DESC LIMIT :rows) page
      CROSS JOIN photos p ON p.sort_key = page.sort_key
      WHERE %s ORDER BY p.sort_key DESC
      """
          .formatted(CANDIDATE, Visibility.TO_VIEWER);

  private final JdbcClient sql;

  /// For whom the newest photos of all were not enough lately.
  private final Cache<Long, Boolean> amongStrangers =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  HomeFeed(JdbcClient sql) {
    this.sql = sql;
  }

  /// The sort key of the newest photo before the page after so many others, of the viewer or of a
  /// friend of theirs.
  private static String newest(String person, String others) {
    return """
    (SELECT i.sort_key FROM photos i WHERE i.user_id = %s AND %s
     ORDER BY i.sort_key DESC LIMIT 1 OFFSET %s)
    """
        .formatted(person, CANDIDATE, others);
  }

  /// Newest first, those before a sort key, at most `rows`.
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

  /// A sort key by which the page is full, if not before: a few people together fill it there, or
  /// one of them alone. 0 when there is none.
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
