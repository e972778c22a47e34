package lumina.http.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import lumina.http.problem.Problem;

/// Limits how often something is done; created by [RateLimits].
public final class RateLimit {
  private final Buckets buckets;
  private final String code;
  private final String sentence;

  RateLimit(Buckets buckets, String code, String sentence) {
    this.buckets = buckets;
    this.code = code;
    this.sentence = sentence;
  }

  /// @throws Problem.TooMany if the bucket of this key is empty
  public void spend(String key) {
    ConsumptionProbe spent = buckets.ask(key, bucket -> bucket.tryConsumeAndReturnRemaining(1));
    if (!spent.isConsumed()) {
      throw refusal(spent.getNanosToWaitForRefill());
    }
  }

  /// Checks without spending.
  ///
  /// @throws Problem.TooMany if the bucket of this key is empty
  public void check(String key) {
    EstimationProbe possible = buckets.ask(key, bucket -> bucket.estimateAbilityToConsume(1));
    if (!possible.canBeConsumed()) {
      throw refusal(possible.getNanosToWaitForRefill());
    }
  }

  /// Returns what was spent on something that turned out not to count.
  public void giveBack(String key) {
    var _ =
        buckets.ask(
            key,
            bucket -> {
              bucket.addTokens(1);
              return key;
            });
  }

  private Problem refusal(long nanos) {
    return new Problem.TooMany(code, sentence, Duration.ofNanos(nanos).plusSeconds(1));
  }
}
