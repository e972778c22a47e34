package lumina.account;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// People, in SQL on every backend.
@Repository
@Transactional(readOnly = true)
public class UserStore {
  private final JdbcClient sql;
  private final Clock clock;

  UserStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// @throws org.springframework.dao.DuplicateKeyException if the name or the address is taken
  @Transactional
  User add(String username, String email, String passwordHash) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    long now = clock.millis();
    sql.sql(
            """
            INSERT INTO users (username, email, password_hash, created_at)
            VALUES (:username, :email, :passwordHash, :now)
            """)
        .param("username", username)
        .param("email", email)
        .param("passwordHash", passwordHash)
        .param("now", now)
        .update(key);
    long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
    return new User(id, username, email, passwordHash, now);
  }

  public Optional<User> find(long id) {
    return sql.sql("SELECT * FROM users WHERE id = :id")
        .param("id", id)
        .query(User.class)
        .optional();
  }

  public Optional<User> findByName(String username) {
    return sql.sql("SELECT * FROM users WHERE username = :username")
        .param("username", username)
        .query(User.class)
        .optional();
  }

  boolean any() {
    return sql.sql("SELECT count(*) FROM (SELECT 1 FROM users LIMIT 1)").query(Long.class).single()
        > 0;
  }

  boolean hasEmail(String email) {
    return sql.sql("SELECT count(*) FROM users WHERE email = :email")
            .param("email", email)
            .query(Long.class)
            .single()
        > 0;
  }

  @Transactional
  void replacePasswordHash(long id, String hash) {
    sql.sql("UPDATE users SET password_hash = :hash WHERE id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }
}
