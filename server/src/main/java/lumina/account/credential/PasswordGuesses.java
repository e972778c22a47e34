package lumina.account.credential;

import java.time.Duration;
import java.util.function.Supplier;
import lumina.http.Caller;
import lumina.http.limit.RateLimit;
import lumina.http.limit.RateLimits;
import lumina.http.problem.Problem;
import org.springframework.stereotype.Component;

/// Limits wrong passwords by their source, so that guessing is hopeless and nobody can lock out
/// somebody else: a guess counts against the account as seen from that network, and against the
/// network. A known device has a generous limit of its own.
///
/// A guess is spent before the slow check and given back unless the password is wrong, so that
/// parallel guesses count too.
@Component
public class PasswordGuesses {
  private final RateLimit ofAccount;
  private final RateLimit ofNetwork;
  private final RateLimit ofKnown;

  PasswordGuesses(RateLimits limits) {
    // Ten at once, then one every 90 seconds.
    ofAccount =
        limits.of(
            10,
            Duration.ofMinutes(15),
            "too_many_attempts",
            "Too many wrong passwords. Please wait a little and try again.");
    // Against one password tried on all accounts: enough for the typing errors of an office, too
    // few for a list of accounts.
    ofNetwork =
        limits.of(
            100,
            Duration.ofMinutes(15),
            "too_many_attempts_here",
            "Too many wrong passwords from your network. Please wait a little and try again.");
    ofKnown =
        limits.of(
            100,
            Duration.ofHours(1),
            "too_many_attempts_known",
            "Those were too many wrong passwords. Please wait a little and try again.");
  }

  /// @param account what the password is for: a name, or a link
  /// @throws Problem.TooMany without an attempt, after too many wrong passwords
  public <T> T count(String account, Caller caller, Supplier<T> attempt) {
    return caller.knownAs() != null
        ? count(ofKnown, caller.knownAs(), attempt)
        : count(
            ofNetwork,
            caller.network(),
            () -> count(ofAccount, account + "@" + caller.network(), attempt));
  }

  private static <T> T count(RateLimit limit, String key, Supplier<T> attempt) {
    limit.spend(key);
    try {
      T right = attempt.get();
      limit.giveBack(key);
      return right;
    } catch (Problem.Unauthorized wrong) {
      throw wrong;
    } catch (RuntimeException notTried) {
      limit.giveBack(key);
      throw notTried;
    }
  }
}
