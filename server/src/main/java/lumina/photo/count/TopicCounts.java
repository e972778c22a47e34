package lumina.photo.count;

import java.util.List;
import java.util.stream.Stream;
import lumina.access.Audience;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the photos of each person under each topic for each audience, so that the list of topics
/// does not get slower as photos are added. The counts of person 0 are the public photos of
/// everyone.
///
/// A count changes in the transaction that changes the photo, so it is always exact.
@Repository
class TopicCounts {
  private static final long EVERYONE = 0;
  private static final String OF_GROUP =
      "user_id = :user AND audience = :audience AND topic_key = :topic";

  /// The photos that are counted together.
  private record Group(long userId, String audience, String topicKey) {
    Stream<Group> withTotal() {
      return audience.equals(Audience.PUBLIC.word())
          ? Stream.of(this, new Group(EVERYONE, audience, topicKey))
          : Stream.of(this);
    }
  }

  private final JdbcClient sql;

  TopicCounts(JdbcClient sql) {
    this.sql = sql;
  }

  /// Counts a photo that was inserted or changed. If there is no such photo, nothing happens.
  void add(long sortKey) {
    groups(sortKey).forEach(this::increment);
  }

  /// Stops counting a photo that is about to be changed or deleted, and locks its row, because
  /// another transaction may be changing it too. If there is no such photo, nothing happens.
  void subtract(long sortKey) {
    sql.sql("UPDATE photos SET topic = topic WHERE sort_key = :sort_key")
        .param("sort_key", sortKey)
        .update();
    groups(sortKey).forEach(this::decrement);
  }

  private List<Group> groups(long sortKey) {
    return sql
        .sql(
            """
            SELECT user_id, audience, topic_key FROM photos
            WHERE sort_key = :sort_key AND topic_key <> '' AND trashed_at = 0
            """)
        .param("sort_key", sortKey)
        .query(new DataClassRowMapper<>(Group.class))
        .list()
        .stream()
        .flatMap(Group::withTotal)
        .toList();
  }

  private void increment(Group group) {
    if (change(group, 1)) {
      return;
    }
    try {
      of(group, "INSERT INTO topic_counts VALUES (:user, :audience, :topic, 1)").update();
    } catch (DuplicateKeyException insertedMeanwhile) {
      change(group, 1);
    }
  }

  private void decrement(Group group) {
    change(group, -1);
    of(group, "DELETE FROM topic_counts WHERE photos = 0 AND " + OF_GROUP).update();
  }

  private boolean change(Group group, int difference) {
    return of(group, "UPDATE topic_counts SET photos = photos + :difference WHERE " + OF_GROUP)
            .param("difference", difference)
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec of(Group group, String statement) {
    return sql.sql(statement)
        .param("user", group.userId())
        .param("audience", group.audience())
        .param("topic", group.topicKey());
  }
}
