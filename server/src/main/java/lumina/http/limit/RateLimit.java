package lumina.http.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import lumina.http.problem.Problem;

/// A limit to how often something is done, from [RateLimits].
public final class RateLimit {
  private final Buckets buckets;
  private final String code;
  private final String sentence;

  RateLimit(Buckets buckets, String code, String sentence) {
    this.buckets = buckets;
    this.code = code;
    this.sentence = sentence;
  }

  /// @throws Problem.TooMany when nothing is left for this key
  public void spend(String key) {
    ConsumptionProbe spent = buckets.ask(key, bucket -> bucket.tryConsumeAndReturnRemaining(1));
    if (!spent.isConsumed()) {
      throw refusal(spent.getNanosToWaitForRefill());
    }
  }

  /// Asks without spending.
  ///
  /// @throws Problem.TooMany when nothing is left for this key
  public void check(String key) {
    EstimationProbe possible = buckets.ask(key, bucket -> bucket.estimateAbilityToConsume(1));
    if (!possible.canBeConsumed()) {
      throw refusal(possible.getNanosToWaitForRefill());
    }
  }

  /// What was spent turned out to be nothing to limit.
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
