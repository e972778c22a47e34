package lumina.account.session;

import java.time.Clock;
import lumina.account.Token;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores the browsers that have logged in to an account, by the token of their device cookie.
@Repository
@Transactional(readOnly = true)
public class DeviceStore {
  /// Programs without a cookie store are new devices at each log-in, so only the latest devices are
  /// kept.
  private static final int MAX_DEVICES = 50;

  private final JdbcClient sql;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;

  DeviceStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
  }

  /// The stored form of a device, different for each account.
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

  /// Stores a device. If others are known already, the person is notified of a new one.
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

  /// Forgets all devices of a person except the one with this token, if it is not empty.
  @Transactional
  public void forgetOthers(long userId, String token) {
    sql.sql("DELETE FROM devices WHERE user_id = :user AND token_hash <> :hash")
        .param("user", userId)
        .param("hash", hash(userId, token))
        .update();
  }
}
