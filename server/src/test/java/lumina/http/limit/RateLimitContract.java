package lumina.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lumina.http.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The contract of rate limits, wherever they are counted.
public abstract class RateLimitContract {
  protected static final int BURST = 3;
  protected final String ann = "ann " + UUID.randomUUID();
  private final String bob = "bob " + UUID.randomUUID();
  private RateLimit limit = limit(new RateLimits(Optional.empty()));

  protected abstract RateLimits limits();

  @BeforeEach
  void make() {
    limit = limit(limits());
  }

  protected static RateLimit limit(RateLimits limits) {
    return limits.of(BURST, Duration.ofHours(1), "too_often", "Too often.");
  }

  protected static void spendAll(RateLimit limit, String key) {
    for (int i = 0; i < BURST; i++) {
      limit.spend(key);
    }
  }

  @Test
  void a_burst_is_allowed_and_then_it_says_when_to_come_back() {
    spendAll(limit, ann);
    Problem.TooMany refused = catchThrowableOfType(Problem.TooMany.class, () -> limit.spend(ann));
    assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
    assertThat(refused.code()).isEqualTo("too_often");
  }

  @Test
  void one_does_not_pay_for_another() {
    spendAll(limit, ann);
    limit.spend(bob);
    assertThatThrownBy(() -> limit.check(ann)).isInstanceOf(Problem.TooMany.class);
    limit.check(bob);
  }

  @Test
  void asking_spends_nothing() {
    for (int i = 0; i < 2 * BURST; i++) {
      limit.check(ann);
    }
    spendAll(limit, ann);
  }

  @Test
  void what_is_given_back_can_be_spent_again_and_no_more() {
    limit.giveBack(ann);
    spendAll(limit, ann);
    limit.giveBack(ann);
    limit.spend(ann);
    assertThatThrownBy(() -> limit.spend(ann)).isInstanceOf(Problem.TooMany.class);
  }

  @Test
  void another_limit_counts_by_itself() {
    spendAll(limit, ann);
    limits().of(1, Duration.ofHours(1), "something_else", "Too often.").spend(ann);
  }

  @Test
  void those_who_come_at_once_get_no_more() {
    AtomicInteger allowed = new AtomicInteger();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        crowd.execute(
            () -> {
              try {
                limit.spend(ann);
                allowed.incrementAndGet();
              } catch (Problem.TooMany refused) {
                // expected for most of the requests
              }
            });
      }
    }
    assertThat(allowed).hasValue(BURST);
  }
}
