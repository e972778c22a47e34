package lumina.http.limit;

import io.github.bucket4j.BucketConfiguration;

/// Shares buckets between instances.
public interface SharedBuckets {
  /// @param own the local buckets, used while the shared ones are unavailable
  /// @param code names the limit; each limit has its own buckets, even for the same key
  Buckets over(Buckets own, String code, BucketConfiguration limit);
}
