package lumina.account.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import lumina.account.Token;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.springframework.stereotype.Component;

/// Finds the session of each request, which is nearly always the one of the request before.
@Component
class CachedSessions {
  private static final int MAX_REMEMBERED = 10_000;
  private static final Duration TOUCH_EVERY = Duration.ofHours(1);

  private final SessionStore sessions;
  private final Clock clock;
  private final Remembered<String, Optional<Session>> byHash;

  CachedSessions(SessionStore sessions, Writes writes, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
    byHash = Remembered.each(writes, MAX_REMEMBERED, sessions::findByHash);
  }

  Optional<Session> find(String token) {
    return byHash.get(Token.hash(token));
  }

  /// Stores that the session is in use, if that was not done lately. The check is not a method of
  /// the store, where it would begin a transaction for each request.
  void use(Session session) {
    if (session.lastUsedAt() < clock.millis() - TOUCH_EVERY.toMillis()) {
      sessions.touch(session);
    }
  }
}
