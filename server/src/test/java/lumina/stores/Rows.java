package lumina.stores;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lumina.account.User;
import lumina.account.UserStore;
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
            INSERT INTO photos (sort_key, photo_id, user_id, topic, topic_key, audience, format)
            VALUES (:sort_key, :id, :owner, :topic, :key, :audience, 'jpg')
            """)
        .param("sort_key", SORT_KEY.incrementAndGet())
        .param("id", id)
        .param("owner", owner.id())
        .param("topic", topic)
        .param("key", topic.toLowerCase(Locale.ROOT))
        .param("audience", audience)
        .update();
    return id;
  }
}
