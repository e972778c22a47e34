package lumina.http.limit;

import io.github.bucket4j.Bucket;
import java.util.function.Function;

/// The token buckets of one limit, by key.
public interface Buckets {
  /// Runs an operation on the bucket of a key; a new bucket is full. It may run twice, on different
  /// buckets, if the first one does not respond.
  <T> T ask(String key, Function<Bucket, T> question);
}
