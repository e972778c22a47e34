package lumina.topic;

import java.util.List;
import lumina.access.Blocks;
import lumina.access.Friends;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.http.list.Cursor;
import lumina.photo.detail.PhotoText;
import lumina.storage.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the topics of visible photos: a topic without photos does not exist.
@Repository
@Transactional(readOnly = true)
class TopicStore {
  /// A topic as it was first written, the number of its photos that this viewer sees, and the
  /// newest of them.
  record Topic(
      String topic, long count, String coverPhotoId, String coverAudience, long coverVersion) {}

  /// Where a page of topics ended, the most photos first.
  record TopicCursor(long count, String key) {
    static TopicCursor of(List<String> written) {
      return written.isEmpty()
          ? new TopicCursor(Long.MAX_VALUE, "")
          : new TopicCursor(Cursor.number(written.getFirst()), written.getLast());
    }

    static TopicCursor of(Topic topic) {
      return new TopicCursor(topic.count(), PhotoText.key(topic.topic()));
    }

    String written() {
      return count + " " + key;
    }
  }

  /// The photos that a viewer may see though they are not public, by owner and audience.
  private static final String CIRCLE =
      """
      SELECT c.user_id, a.audience
      FROM (SELECT :viewer AS user_id UNION SELECT :friend_of UNION %s) c
      CROSS JOIN (SELECT 'friends' AS audience UNION SELECT 'private') a\
      """
          .formatted(Friends.OF_VIEWER);

  /// The photos that a block may hide though they are public.
  private static final String APART =
      "SELECT b.user_id, 'public' AS audience FROM (%s) b".formatted(Blocks.PEOPLE_APART);

  /// Each count is the public photos of everyone, plus what the viewer and the viewer's friends
  /// show the viewer, minus the public photos that a block hides.
  private static final String LIST =
      """
      WITH shown AS (
        SELECT p.user_id, p.audience FROM (%1$s) p WHERE %3$s),
      hidden AS (
        SELECT p.user_id, p.audience FROM (%2$s) p WHERE NOT %3$s),
      counts AS (
        SELECT topic_key, photos FROM topic_counts WHERE user_id = 0 AND audience = 'public'
        UNION ALL
        SELECT t.topic_key, t.photos FROM shown s
        JOIN topic_counts t ON t.user_id = s.user_id AND t.audience = s.audience
        UNION ALL
        SELECT t.topic_key, -t.photos FROM hidden h
        JOIN topic_counts t ON t.user_id = h.user_id AND t.audience = h.audience),
      page AS (
        SELECT topic_key, sum(photos) AS photos FROM counts
        WHERE topic_key >= :first AND topic_key < :end
        GROUP BY topic_key
        HAVING sum(photos) > 0 AND (sum(photos) < :after_count
          OR (sum(photos) = :after_count AND topic_key > :after_key))
        ORDER BY photos DESC, topic_key LIMIT :limit)
      SELECT o.topic, t.photos AS count, n.photo_id AS cover_photo_id,
        n.audience AS cover_audience, n.version AS cover_version
      FROM page t
      JOIN photos o ON o.sort_key = (
        SELECT p.sort_key FROM photos p WHERE p.topic_key = t.topic_key AND %4$s
        ORDER BY p.sort_key LIMIT 1)
      JOIN photos n ON n.sort_key = (
        SELECT p.sort_key FROM photos p WHERE p.topic_key = t.topic_key AND %4$s
        ORDER BY p.sort_key DESC LIMIT 1)
      ORDER BY t.photos DESC, t.topic_key
      """
          .formatted(CIRCLE, APART, Visibility.BY_AUDIENCE, Visibility.LISTED);

  private final JdbcClient sql;

  TopicStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Returns the topics with the most photos whose key begins with this prefix, after a sort key,
  /// at most `limit`.
  List<Topic> list(Viewer viewer, String keyPrefix, TopicCursor after, int limit) {
    return sql.sql(LIST)
        .params(Visibility.parameters(viewer))
        .param("first", keyPrefix)
        .param("end", keyPrefix + Character.toString(Character.MAX_CODE_POINT))
        .param("after_count", after.count())
        .param("after_key", after.key())
        .param("limit", limit)
        .query(Rows.of(Topic.class))
        .list();
  }
}
