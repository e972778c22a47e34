package lumina.account.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.account.Token;
import lumina.http.problem.SecurityLog;
import lumina.storage.sql.Rows;
import lumina.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores sessions: a token is 256 random bits, of which only the SHA-256 is stored.
///
/// A session ends 90 days after its last use, and 180 days after it began; the last use is written
/// at most once an hour, so that a request costs one read. A person has a hundred sessions at most:
/// a new one ends the least recently used one.
@Repository
@Transactional(readOnly = true)
public class SessionStore {
  static final Duration LIFETIME = Duration.ofDays(90);
  private static final Duration MAX_LIFETIME = Duration.ofDays(180);
  private static final String ALIVE =
      "sessions.last_used_at >= :unused AND sessions.created_at >= :begun";
  private static final int MAX_SESSIONS = 100;
  private static final int MAX_DEVICE_LENGTH = 200;
  private static final int BATCH_SIZE = 500;
  private final JdbcClient sql;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;

  SessionStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
  }

  /// Opens a session and returns its token, which only the client keeps.
  @Transactional
  public String open(long userId, String device) {
    String token = Token.fresh(32);
    sql.sql("DELETE FROM sessions WHERE user_id = :user AND NOT (" + ALIVE + ")")
        .param("user", userId)
        .params(alive())
        .update();
    sql.sql("INSERT INTO sessions VALUES (:hash, :user, :now, :now, :device)")
        .param("hash", Token.hash(token))
        .param("user", userId)
        .param("now", clock.millis())
        .param("device", Text.cut(device, MAX_DEVICE_LENGTH))
        .update();
    list(userId).stream().skip(MAX_SESSIONS).map(Session::tokenHash).forEach(this::end);
    return token;
  }

  Optional<Session> find(String token) {
    return findByHash(Token.hash(token));
  }

  Optional<Session> findByHash(String tokenHash) {
    return sql.sql(
            """
            SELECT sessions.*, u.username FROM sessions JOIN users u ON u.id = sessions.user_id
            WHERE sessions.token_hash = :hash AND %s
            """
                .formatted(ALIVE))
        .param("hash", tokenHash)
        .params(alive())
        .query(Rows.of(Session.class))
        .optional();
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
    SecurityLog.note("session_ended");
    publisher.publishEvent(new SessionEnded(tokenHash));
  }

  /// Ends all sessions of a person except the given one.
  @Transactional
  public void endOthers(long userId, String keptTokenHash) {
    list(userId).stream()
        .map(Session::tokenHash)
        .filter(hash -> !hash.equals(keptTokenHash))
        .forEach(this::end);
  }

  /// A person's sessions, last used first.
  public List<Session> list(long userId) {
    return sql.sql(
            """
            SELECT sessions.*, u.username FROM sessions JOIN users u ON u.id = sessions.user_id
            WHERE sessions.user_id = :user AND %s
            ORDER BY sessions.last_used_at DESC, sessions.token_hash
            """
                .formatted(ALIVE))
        .param("user", userId)
        .params(alive())
        .query(Rows.of(Session.class))
        .list();
  }

  /// Those of these sessions that have not ended.
  public Set<String> living(Collection<String> tokenHashes) {
    Set<String> living = new HashSet<>();
    List<String> all = List.copyOf(tokenHashes);
    for (int from = 0; from < all.size(); from += BATCH_SIZE) {
      living.addAll(
          sql.sql(
                  """
                  SELECT token_hash FROM sessions
                  WHERE token_hash IN (:hashes) AND %s
                  """
                      .formatted(ALIVE))
              .param("hashes", all.subList(from, Math.min(from + BATCH_SIZE, all.size())))
              .params(alive())
              .query((row, n) -> row.getString(1))
              .list());
    }
    return living;
  }

  private Map<String, Object> alive() {
    long now = clock.millis();
    return Map.of("unused", now - LIFETIME.toMillis(), "begun", now - MAX_LIFETIME.toMillis());
  }
}
