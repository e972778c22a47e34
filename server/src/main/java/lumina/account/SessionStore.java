package lumina.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Sessions, kept by the server: a token is 256 random bits, known here only by its SHA-256.
///
/// A session ends 90 days after its last use; that time is written at most once an hour, so a
/// request costs one read.
@Repository
@Transactional(readOnly = true)
public class SessionStore {
  static final Duration LIFETIME = Duration.ofDays(90);
  private static final Duration TOUCH_EVERY = Duration.ofHours(1);
  private static final int LONGEST_DEVICE = 200;
  private static final int AT_ONCE = 500;
  private final JdbcClient sql;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;

  SessionStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
  }

  /// Opens a session and returns its token, which is told to the client and to nobody else.
  @Transactional
  String open(long userId, String device) {
    String token = Token.fresh(32);
    sql.sql("DELETE FROM sessions WHERE user_id = :user AND last_used_at < :dead")
        .param("user", userId)
        .param("dead", oldestAlive())
        .update();
    sql.sql("INSERT INTO sessions VALUES (:hash, :user, :now, :now, :device)")
        .param("hash", Token.hash(token))
        .param("user", userId)
        .param("now", clock.millis())
        .param("device", device.substring(0, Math.min(device.length(), LONGEST_DEVICE)))
        .update();
    return token;
  }

  Optional<Session> find(String token) {
    return sql.sql(
            """
            SELECT s.*, u.username FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.token_hash = :hash AND s.last_used_at >= :oldest
            """)
        .param("hash", Token.hash(token))
        .param("oldest", oldestAlive())
        .query(Session.class)
        .optional();
  }

  boolean wantsTouch(Session session) {
    return session.lastUsedAt() < clock.millis() - TOUCH_EVERY.toMillis();
  }

  @Transactional
  void touch(Session session) {
    sql.sql("UPDATE sessions SET last_used_at = :now WHERE token_hash = :hash")
        .param("now", clock.millis())
        .param("hash", session.tokenHash())
        .update();
  }

  @Transactional
  public void end(String tokenHash) {
    sql.sql("DELETE FROM sessions WHERE token_hash = :hash").param("hash", tokenHash).update();
    publisher.publishEvent(new SessionEnded(tokenHash));
  }

  /// Ends a person's sessions, all but the given one.
  @Transactional
  public void endOthers(long userId, String keptTokenHash) {
    list(userId).stream()
        .map(Session::tokenHash)
        .filter(hash -> !hash.equals(keptTokenHash))
        .forEach(this::end);
  }

  /// A person's sessions, latest used first.
  public List<Session> list(long userId) {
    return sql.sql(
            """
            SELECT s.*, u.username FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.user_id = :user AND s.last_used_at >= :oldest
            ORDER BY s.last_used_at DESC, s.token_hash
            """)
        .param("user", userId)
        .param("oldest", oldestAlive())
        .query(new DataClassRowMapper<>(Session.class))
        .list();
  }

  /// Those of the given sessions that have not ended.
  public Set<String> living(Collection<String> tokenHashes) {
    Set<String> living = new HashSet<>();
    List<String> all = List.copyOf(tokenHashes);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      living.addAll(
          sql.sql(
                  """
                  SELECT token_hash FROM sessions
                  WHERE token_hash IN (:hashes) AND last_used_at >= :oldest
                  """)
              .param("hashes", all.subList(from, Math.min(from + AT_ONCE, all.size())))
              .param("oldest", oldestAlive())
              .query((row, n) -> row.getString(1))
              .list());
    }
    return living;
  }

  private long oldestAlive() {
    return clock.millis() - LIFETIME.toMillis();
  }
}
