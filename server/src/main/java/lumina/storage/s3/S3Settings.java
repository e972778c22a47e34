package lumina.storage.s3;

import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The bucket of the image files, and how to connect to it.
///
/// @param create whether to create a missing bucket
@Component
@CloudBackend
public record S3Settings(
    @Value("${storage.region}") String region,
    @Value("${storage.s3.bucket}") String bucket,
    @Value("${storage.s3.path-style}") boolean pathStyle,
    @Value("${storage.create}") boolean create,
    @Value("${storage.look-only:false}") boolean lookOnly) {
  /// @throws StartRefused if a required setting is missing
  public S3Settings {
    require(region, "AWS_REGION", "the region of your bucket, such as eu-central-1");
    require(bucket, "S3_BUCKET", "the name of the bucket for image files");
  }

  private static void require(String value, String setting, String what) {
    if (value.isBlank()) {
      throw new StartRefused(
          "STORAGE_BACKEND=dynamodb needs %s: set it to %s.".formatted(setting, what));
    }
  }
}
