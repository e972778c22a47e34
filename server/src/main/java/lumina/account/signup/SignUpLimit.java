package lumina.account.signup;

import java.time.Duration;
import lumina.http.limit.RateLimit;
import lumina.http.limit.RateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Limits the accounts that are created from one address: enough for an office, too few for a
/// program.
@Component
class SignUpLimit {
  private final RateLimit signUps;

  SignUpLimit(RateLimits limits, @Value("${lumina.sign-ups-an-hour}") int signUpsAnHour) {
    signUps =
        limits.of(
            signUpsAnHour,
            Duration.ofHours(1),
            "too_many_sign_ups",
            "Many people signed up from your network just now. Please try again later.");
  }

  /// @throws lumina.http.problem.Problem.TooMany after too many sign-ups from this address
  void spend(String address) {
    signUps.spend(address);
  }

  /// Returns what was spent on a sign-up that made no account.
  void giveBack(String address) {
    signUps.giveBack(address);
  }
}
