package lumina.stores;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.photo.detail.PhotoText;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows that store tests need and do not write themselves.
record Rows(BeanFactory stores) {
  private static final AtomicLong SORT_KEY = new AtomicLong();

  JdbcClient sql() {
    return stores.getBean(JdbcClient.class);
  }

  User person(String name) {
    String username = name + UUID.randomUUID().toString().substring(0, 12);
    sql()
        .sql(
            """
            INSERT INTO users (username, email, password_hash, created_at)
            VALUES (:name, :name, 'none', 1)
            """)
        .param("name", username)
        .update();
    return stores.getBean(UserStore.class).findByName(username).orElseThrow();
  }

  String photo(User owner, String topic, String audience) {
    String id = UUID.randomUUID().toString().replace("-", "");
    sql()
        .sql(
            """
            INSERT INTO photos (sort_key, photo_id, user_id, topic, topic_key, audience, format, bytes)
            VALUES (:sort_key, :id, :owner, :topic, :topic_key, :audience, 'JPEG', 1)
            """)
        .param("sort_key", SORT_KEY.incrementAndGet())
        .param("id", id)
        .param("owner", owner.id())
        .param("topic", topic)
        .param("topic_key", PhotoText.key(topic))
        .param("audience", audience)
        .update();
    count(PhotoText.key(topic));
    return id;
  }

  /// Counts the photos under a topic again, those of each person and the public ones of everyone.
  private void count(String topicKey) {
    String counted =
        "REPLACE INTO topic_counts SELECT %s, audience, topic_key, count(*) FROM photos"
            + " WHERE topic_key = :key AND topic_key <> ''";
    for (String statement :
        List.of(
            counted.formatted("user_id") + " GROUP BY user_id, audience, topic_key",
            counted.formatted("0") + " AND audience = 'public' GROUP BY audience, topic_key")) {
      sql().sql(statement).param("key", topicKey).update();
    }
  }
}
