package lumina.account.credential;

import java.time.Duration;
import java.util.function.Supplier;
import lumina.http.Caller;
import lumina.http.limit.RateLimit;
import lumina.http.limit.RateLimits;
import lumina.http.problem.Problem;
import org.springframework.stereotype.Component;

/// Counts wrong passwords where they come from, so that guessing is hopeless and nobody can lock
/// somebody else out: a guess counts against the account as seen from that network, and against the
/// network. Whoever signed in before counts alone, and generously.
///
/// A guess is spent before the slow check and given back unless the password was wrong, so that
/// guesses in parallel count too.
@Component
class PasswordGuesses {
  private final RateLimit ofAccount;
  private final RateLimit ofNetwork;
  private final RateLimit ofKnown;

  PasswordGuesses(RateLimits limits) {
    // Ten, then one every 90 seconds.
    ofAccount =
        limits.of(
            10,
            Duration.ofMinutes(15),
            "too_many_attempts",
            "Too many wrong passwords for this account. Please wait a little and try again.");
    // One password tried on all accounts: enough for the slips of an office, too few for a list.
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
            "That were very many wrong passwords. Please wait a little and try again.");
  }

  /// @throws Problem.TooMany instead of trying, after too many wrong passwords
  <T> T count(String account, Caller caller, Supplier<T> attempt) {
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
