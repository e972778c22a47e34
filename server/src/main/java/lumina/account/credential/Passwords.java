package lumina.account.credential;

import java.text.Normalizer;
import lumina.http.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and verifies passwords: argon2id (19 MiB, two passes), and the hashes of the old
/// application.
///
/// Each argon2 hash takes 19 MiB of heap while it runs, so only a few run at a time; hashes for
/// known devices and signed-in people do not wait behind those for unknown clients.
///
/// Keyboards encode the same character in several ways, so a password is normalised (NFKC) before
/// it is hashed. Hashes older than this rule are of the password as typed, and are verified that
/// way.
@Component
public class Passwords {
  private static final int PASSES = 2;

  private final HashingQueue unknownCallers = new HashingQueue(2, 64);
  private final HashingQueue knownCallers = new HashingQueue(1, 64);
  private final Argon2PasswordEncoder argon2;
  private final String nobodysHash;

  /// @param memory of each hash, in KiB
  Passwords(@Value("${lumina.password-hash-kib}") int memory) {
    argon2 = new Argon2PasswordEncoder(16, 32, 1, memory, PASSES);
    // A hash of nothing known, written down, since computing it would delay each start.
    nobodysHash =
        "$argon2id$v=19$m=%d,t=%d,p=1$c/eWbwZqz2vUk+l01JOqKw$2F2mCio+5zm54SOFS72gyPAfEXVyi+WBw0j0SEF+Uzw"
            .formatted(memory, PASSES);
  }

  /// With today's costs.
  String nobodysHash() {
    return nobodysHash;
  }

  /// The normalised form of a password, which is hashed.
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  public final String hash(String password, Caller caller) {
    return queue(caller).take(caller, () -> String.valueOf(argon2.encode(normal(password))));
  }

  public boolean matches(String password, String hash, Caller caller) {
    return queue(caller)
        .take(
            caller,
            () -> {
              boolean right = matches(normal(password), hash);
              return right || (!normal(password).equals(password) && matches(password, hash));
            });
  }

  private boolean matches(String password, String hash) {
    return LegacyHash.isOne(hash)
        ? LegacyHash.matches(password, hash)
        : argon2.matches(password, hash);
  }

  /// Takes as long as [#matches], so that the response time does not reveal which usernames exist.
  void matchDummy(String password, Caller caller) {
    matches(password, nobodysHash, caller);
  }

  boolean outdated(String hash) {
    return LegacyHash.isOne(hash) || argon2.upgradeEncoding(hash);
  }

  private HashingQueue queue(Caller caller) {
    return caller.isKnown() ? knownCallers : unknownCallers;
  }
}
