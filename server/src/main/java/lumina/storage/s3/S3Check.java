package lumina.storage.s3;

import lumina.storage.CloudBackend;
import lumina.storage.StoreCheck;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Checks S3 by reading the object that every start writes.
@Component
@CloudBackend
class S3Check implements StoreCheck {
  private final S3Client s3;
  private final S3Settings settings;

  S3Check(S3Client s3, S3Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public void check() {
    try {
      s3.headObject(head -> head.bucket(settings.bucket()).key(S3Connection.STARTED));
    } catch (NoSuchKeyException itAnswers) {
      return; // someone deleted the object, but S3 answers
    }
  }
}
