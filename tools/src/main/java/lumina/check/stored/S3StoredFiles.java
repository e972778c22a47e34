package lumina.check.stored;

import java.io.IOException;
import lumina.storage.CloudBackend;
import lumina.storage.s3.S3Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists the bucket; the credentials need `s3:ListBucket`.
@Component
@CloudBackend
@ConditionalOnNotWebApplication
record S3StoredFiles(S3Client s3, S3Settings settings) implements StoredFiles {
  @Override
  public void each(Taker taker) throws IOException {
    try {
      for (String folder : new String[] {"photos/", "profiles/"}) {
        s3.listObjectsV2Paginator(list -> list.bucket(settings.bucket()).prefix(folder))
            .contents()
            .forEach(it -> taker.take(stored(it)));
      }
    } catch (SdkException refused) {
      throw new IOException(
          "the bucket cannot be listed, which needs s3:ListBucket: " + refused.getMessage(),
          refused);
    }
  }

  private static StoredFile stored(S3Object it) {
    String key = it.key();
    return new StoredFile(key, it.lastModified(), StoredFile.isKey(key) ? key : null);
  }
}
