package lumina.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores how far each person has seen Home, as the sort key of a photo.
@Repository
@Transactional
public class FeedMarks {
  private final JdbcClient sql;

  FeedMarks(JdbcClient sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public long read(long userId) {
    return sql.sql("SELECT feed_seen FROM users WHERE id = :user")
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  public void advance(long userId, long sortKey) {
    sql.sql("UPDATE users SET feed_seen = :sort_key WHERE id = :user AND feed_seen < :sort_key")
        .param("sort_key", sortKey)
        .param("user", userId)
        .update();
  }
}
