package lumina.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.Function;

/// Keeps the buckets of the 100,000 most recently used keys in memory.
class LocalBuckets implements Buckets {
  private final Cache<String, Bucket> buckets;
  private final BucketConfiguration limit;

  /// @param period the time after which an unused bucket is full again
  LocalBuckets(BucketConfiguration limit, Duration period) {
    this.limit = limit;
    this.buckets = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(period).build();
  }

  @Override
  public <T> T ask(String key, Function<Bucket, T> question) {
    return question.apply(buckets.get(key, k -> full()));
  }

  private Bucket full() {
    return Bucket.builder().addLimit(limit.getBandwidths()[0]).build();
  }
}
