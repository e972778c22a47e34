package lumina.http.limit;

import io.github.bucket4j.BucketConfiguration;

/// Keeps counts for several instances together.
public interface SharedBuckets {
  /// @param own where this instance counts while they cannot be shared
  /// @param code names the limit: the same key of another limit has a count of its own
  Buckets over(Buckets own, String code, BucketConfiguration limit);
}
