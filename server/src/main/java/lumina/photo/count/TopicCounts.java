package lumina.photo.count;

import java.util.List;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.storage.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Counts the photos of each person under each topic for each audience, so that the list of topics
/// does not get slower as photos are added. The counts of person 0 are the public photos of
/// everyone.
///
/// A count changes in the transaction that changes the photo, so it is always exact.
@Repository
class TopicCounts {
  private static final long EVERYONE = 0;

  /// The counts as they should be.
  private static final String COUNTED =
      """
      SELECT user_id, audience, topic_key, count(*) AS photos FROM photos
      WHERE topic_key <> '' AND trashed_at = 0 GROUP BY user_id, audience, topic_key
      UNION ALL
      SELECT 0, audience, topic_key, count(*) FROM photos
      WHERE topic_key <> '' AND trashed_at = 0 AND audience = 'public'
      GROUP BY audience, topic_key
      """;

  /// The photos that are counted together.
  private record Group(long userId, String audience, String topicKey) {
    Stream<Group> withTotal() {
      return audience.equals(Audience.PUBLIC.word())
          ? Stream.of(this, new Group(EVERYONE, audience, topicKey))
          : Stream.of(this);
    }

    List<?> key() {
      return List.of(userId, audience, topicKey);
    }
  }

  private final JdbcClient sql;
  private final CountTable counts;

  TopicCounts(JdbcClient sql) {
    this.sql = sql;
    this.counts = new CountTable(sql, "topic_counts", "user_id", "audience", "topic_key");
  }

  /// Counts a photo that was inserted or changed. If there is no such photo, nothing happens.
  void add(long sortKey) {
    keys(sortKey).forEach(counts::increment);
  }

  /// Stops counting a photo that is about to be changed or deleted, and locks its row, because
  /// another transaction may be changing it too. If there is no such photo, nothing happens.
  void subtract(long sortKey) {
    sql.sql("UPDATE photos SET topic = topic WHERE sort_key = :sort_key")
        .param("sort_key", sortKey)
        .update();
    keys(sortKey).forEach(counts::decrement);
  }

  /// Returns people whose counts are wrong; 0 stands for everyone.
  List<Long> peopleToRecount() {
    return sql.sql(
            """
            SELECT DISTINCT user_id FROM (
              SELECT user_id FROM (
                %s UNION ALL SELECT user_id, audience, topic_key, -photos FROM topic_counts) c
              GROUP BY user_id, audience, topic_key HAVING sum(photos) <> 0) d
            """
                .formatted(COUNTED))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// Counts all photos of a person, or the public ones of everyone, anew.
  @Transactional
  public void recount(long userId) {
    for (String statement :
        List.of(
            "UPDATE photos SET topic = topic WHERE :user IN (user_id, 0)", // locks them
            "DELETE FROM topic_counts WHERE user_id = :user",
            "INSERT INTO topic_counts SELECT * FROM (%s) c WHERE user_id = :user"
                .formatted(COUNTED))) {
      sql.sql(statement).param("user", userId).update();
    }
  }

  private List<? extends List<?>> keys(long sortKey) {
    return sql
        .sql(
            """
            SELECT user_id, audience, topic_key FROM photos
            WHERE sort_key = :sort_key AND topic_key <> '' AND trashed_at = 0
            """)
        .param("sort_key", sortKey)
        .query(Rows.of(Group.class))
        .list()
        .stream()
        .flatMap(Group::withTotal)
        .map(Group::key)
        .toList();
  }
}
