package lumina.http.limit;

import io.github.bucket4j.Bucket;
import java.util.function.Function;

/// The counts of one limit, by key.
public interface Buckets {
  /// Asks the bucket of a key something; a new bucket is full. The question may be put twice, to
  /// different buckets, when the first does not answer.
  <T> T ask(String key, Function<Bucket, T> question);
}
