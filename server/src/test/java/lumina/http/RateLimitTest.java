package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final RateLimit limit = new RateLimit(3, Duration.ofHours(1), "too_often", "Too often.");

  @Test
  void a_burst_is_allowed_and_then_it_says_when_to_come_back() {
    limit.spend("ann");
    limit.spend("ann");
    limit.spend("ann");
    Problem.TooMany refused = catchThrowableOfType(Problem.TooMany.class, () -> limit.spend("ann"));
    assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
  }

  @Test
  void one_does_not_pay_for_another() {
    limit.spend("ann");
    limit.spend("ann");
    limit.spend("ann");
    limit.spend("bob");
    assertThatThrownBy(() -> limit.check("ann")).isInstanceOf(Problem.TooMany.class);
    limit.check("bob");
  }

  @Test
  void what_is_forgotten_counts_no_more() {
    limit.spend("ann");
    limit.spend("ann");
    limit.spend("ann");
    limit.forget("ann");
    limit.spend("ann");
  }
}
