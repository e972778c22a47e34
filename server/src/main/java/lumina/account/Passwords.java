package lumina.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and verifies passwords: argon2id (19 MiB, two passes), and the hashes of the old
/// application.
///
/// Each argon2 hash takes 19 MiB of heap while it runs, so only a few run at a time.
@Component
class Passwords {
  private static final int AT_ONCE = 2;
  private final Semaphore running = new Semaphore(AT_ONCE, true);
  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final String nobodys = hash("no one has this password");

  final String hash(String password) {
    return alone(() -> String.valueOf(argon2.encode(password)));
  }

  boolean matches(String password, String hash) {
    return alone(
        () ->
            LegacyHash.isOne(hash)
                ? LegacyHash.matches(password, hash)
                : argon2.matches(password, hash));
  }

  /// Takes as long as [#matches], so that an answer's time does not tell which names exist.
  void matchNobody(String password) {
    matches(password, nobodys);
  }

  boolean outdated(String hash) {
    return LegacyHash.isOne(hash) || argon2.upgradeEncoding(hash);
  }

  private <T> T alone(Supplier<T> work) {
    running.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      running.release();
    }
  }
}
