package lumina.http.limit;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Creates rate limits, shared by all instances if there is Redis.
@Component
public class RateLimits {
  private final Optional<SharedBuckets> shared;

  public RateLimits(Optional<SharedBuckets> shared) {
    this.shared = shared;
  }

  /// At most `burst` operations of one kind for each key (an account, an address), refilled evenly
  /// over `period`.
  ///
  /// @param code names the limit, and is the code of its problem
  /// @param sentence tells people what to do
  public RateLimit of(int burst, Duration period, String code, String sentence) {
    BucketConfiguration limit =
        BucketConfiguration.builder()
            .addLimit(each -> each.capacity(burst).refillGreedy(burst, period))
            .build();
    Buckets own = new LocalBuckets(limit, period);
    Buckets buckets = shared.map(all -> all.over(own, code, limit)).orElse(own);
    return new RateLimit(buckets, code, sentence);
  }
}
