package lumina.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// At most `burst` deeds of one kind for each key (an account, an address), given back evenly over
/// `period`.
///
/// Counts are kept in memory, for the most recently seen 100,000 keys.
public final class RateLimit {
  private final Cache<String, Bucket> buckets;
  private final int burst;
  private final Duration period;
  private final String code;
  private final String sentence;

  public RateLimit(int burst, Duration period, String code, String sentence) {
    this.burst = burst;
    this.period = period;
    this.code = code;
    this.sentence = sentence;
    this.buckets = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(period).build();
  }

  /// @throws Problem.TooMany when nothing is left for this key
  public void spend(String key) {
    refuseUnless(bucket(key).tryConsumeAndReturnRemaining(1));
  }

  /// Asks without spending.
  ///
  /// @throws Problem.TooMany when nothing is left for this key
  public void check(String key) {
    Bucket bucket = bucket(key);
    if (bucket.getAvailableTokens() < 1) {
      var estimate = bucket.estimateAbilityToConsume(1);
      throw refusal(estimate.getNanosToWaitForRefill());
    }
  }

  public void forget(String key) {
    buckets.invalidate(key);
  }

  private Bucket bucket(String key) {
    return buckets.get(
        key,
        k ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, period))
                .build());
  }

  private void refuseUnless(ConsumptionProbe probe) {
    if (!probe.isConsumed()) {
      throw refusal(probe.getNanosToWaitForRefill());
    }
  }

  private Problem refusal(long nanos) {
    return new Problem.TooMany(code, sentence, Duration.ofNanos(nanos).plusSeconds(1));
  }
}
