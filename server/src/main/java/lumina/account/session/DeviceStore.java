package lumina.account.session;

import java.time.Clock;
import lumina.account.Token;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which browsers have signed in to an account before, by the cookie that each keeps.
@Repository
@Transactional(readOnly = true)
public class DeviceStore {
  /// Programs that keep no cookies are new at each log-in: of those only the latest stay.
  private static final int MAX_DEVICES = 50;

  private final JdbcClient sql;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;

  DeviceStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
  }

  /// How a device is kept for this account.
  public static String hash(long userId, String token) {
    return Token.hash(userId + " " + token);
  }

  public boolean knows(long userId, String token) {
    return !token.isEmpty() && count("WHERE token_hash = :hash", userId, hash(userId, token)) > 0;
  }

  private boolean knowsAny(long userId) {
    return count("WHERE user_id = :user", userId, "") > 0;
  }

  private long count(String which, long userId, String hash) {
    return sql.sql("SELECT count(*) FROM devices " + which)
        .param("hash", hash)
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  /// A new one is told to people who have signed in from another one before.
  @Transactional
  void remember(long userId, String token) {
    int known =
        sql.sql("UPDATE devices SET last_at = :now WHERE token_hash = :hash")
            .param("now", clock.millis())
            .param("hash", hash(userId, token))
            .update();
    if (known == 0) {
      if (knowsAny(userId)) {
        publisher.publishEvent(new NewDevice(userId));
      }
      forgetOldest(userId);
      sql.sql("INSERT INTO devices VALUES (:hash, :user, :now, :now)")
          .param("hash", hash(userId, token))
          .param("user", userId)
          .param("now", clock.millis())
          .update();
    }
  }

  private void forgetOldest(long userId) {
    sql.sql(
            """
            DELETE FROM devices WHERE user_id = :user AND last_at < (
              SELECT min(last_at) FROM (
                SELECT last_at FROM devices WHERE user_id = :user
                ORDER BY last_at DESC LIMIT :most) latest)
            """)
        .param("user", userId)
        .param("most", MAX_DEVICES)
        .update();
  }

  /// From now on they are strangers; but for the one with this token, if it is not empty.
  @Transactional
  public void forgetOthers(long userId, String token) {
    sql.sql("DELETE FROM devices WHERE user_id = :user AND token_hash <> :hash")
        .param("user", userId)
        .param("hash", hash(userId, token))
        .update();
  }
}
