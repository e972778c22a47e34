package lumina.account.session;

import java.util.Optional;
import lumina.account.Token;
import lumina.storage.Remembered;
import lumina.storage.Writes;
import org.springframework.stereotype.Component;

/// Finds the session of each request, which is nearly always the one of the request before.
@Component
class CachedSessions {
  private static final int MAX_REMEMBERED = 10_000;

  private final SessionStore sessions;
  private final Remembered<String, Optional<Session>> byHash;

  CachedSessions(SessionStore sessions, Writes writes) {
    this.sessions = sessions;
    byHash = Remembered.each(writes, MAX_REMEMBERED, sessions::findByHash);
  }

  Optional<Session> find(String token) {
    return byHash.get(Token.hash(token));
  }

  /// Stores that the session is in use, if that was not done lately.
  void use(Session session) {
    if (sessions.wantsTouch(session)) {
      sessions.touch(session);
    }
  }
}
