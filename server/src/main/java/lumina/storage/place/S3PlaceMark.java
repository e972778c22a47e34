package lumina.storage.place;

import java.util.Optional;
import lumina.storage.CloudBackend;
import lumina.storage.s3.S3Refusal;
import lumina.storage.s3.S3Settings;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The object in the bucket that holds the id of its place.
@Component
@CloudBackend
record S3PlaceMark(S3Client s3, S3Settings settings) implements PlaceMark {
  private static final String KEY = "lumina/place";
  private static final int DENIED = 403;
  private static final int MISSING = 404;

  @Override
  public String where() {
    return "The bucket " + settings.bucket();
  }

  /// S3 denies access to a missing object if the role may not list the bucket.
  @Override
  public Optional<String> read() {
    try {
      return Optional.of(
          s3.getObjectAsBytes(get -> get.bucket(settings.bucket()).key(KEY)).asUtf8String());
    } catch (S3Exception refused) {
      if (refused.statusCode() == MISSING || refused.statusCode() == DENIED) {
        return Optional.empty();
      }
      throw S3Refusal.of(refused, settings);
    }
  }

  @Override
  public void write(String placeId) {
    s3.putObject(put -> put.bucket(settings.bucket()).key(KEY), RequestBody.fromString(placeId));
  }
}
