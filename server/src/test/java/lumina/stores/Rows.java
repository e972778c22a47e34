package lumina.stores;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.photo.PhotoRows;
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
    stores
        .getBean(PhotoRows.class)
        .insert(
            List.of(
                Map.ofEntries(
                    Map.entry("sort_key", SORT_KEY.incrementAndGet()),
                    Map.entry("photo_id", id),
                    Map.entry("user_id", owner.id()),
                    Map.entry("topic", topic),
                    Map.entry("audience", audience),
                    Map.entry("format", "JPEG"),
                    Map.entry("bytes", 1),
                    Map.entry("version", 1),
                    Map.entry("derived_by", ""),
                    Map.entry("clean", ""),
                    Map.entry("file_name", ""))));
    return id;
  }
}
