package lumina.topic;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.photo.detail.PhotoText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
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
    static TopicCursor of(@Nullable String written) {
      if (written == null) {
        return new TopicCursor(Long.MAX_VALUE, "");
      }
      String[] both = written.split(" ", 2);
      return new TopicCursor(Long.parseLong(both[0]), both[1]);
    }

    static TopicCursor of(Topic topic) {
      return new TopicCursor(topic.count(), PhotoText.key(topic.topic()));
    }

    String written() {
      return count + " " + key;
    }
  }

  private final JdbcClient sql;

  TopicStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Returns the topics with the most photos whose key begins with this prefix, after a sort key,
  /// at most `limit`.
  List<Topic> list(Viewer viewer, String keyPrefix, TopicCursor after, int limit) {
    return sql.sql(
            """
            WITH visible AS (
              SELECT p.topic_key, count(*) AS photos,
                min(p.sort_key) AS oldest, max(p.sort_key) AS newest
              FROM photos p
              WHERE p.topic_key >= :first AND p.topic_key < :end AND p.topic_key <> '' AND %s
              GROUP BY p.topic_key
              HAVING count(*) < :after_count OR (count(*) = :after_count AND p.topic_key > :after_key)
              ORDER BY photos DESC, p.topic_key LIMIT :limit)
            SELECT o.topic, v.photos AS count, n.photo_id AS cover_photo_id,
              n.audience AS cover_audience, n.version AS cover_version
            FROM visible v
            JOIN photos o ON o.sort_key = v.oldest
            JOIN photos n ON n.sort_key = v.newest
            ORDER BY v.photos DESC, v.topic_key
            """
                .formatted(Visibility.TO_VIEWER))
        .params(Visibility.parameters(viewer))
        .param("first", keyPrefix)
        .param("end", keyPrefix + Character.toString(Character.MAX_CODE_POINT))
        .param("after_count", after.count())
        .param("after_key", after.key())
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Topic.class))
        .list();
  }
}
