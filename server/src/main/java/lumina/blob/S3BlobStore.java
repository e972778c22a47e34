package lumina.blob;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import lumina.storage.CloudBackend;
import lumina.storage.s3.S3Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Stores blobs as objects in a bucket, with the blob key as object key.
@Component
@CloudBackend
class S3BlobStore implements BlobStore {
  private static final Logger log = LoggerFactory.getLogger(S3BlobStore.class);
  private static final int DELETE_BATCH_SIZE = 1_000;

  private final S3Client s3;
  private final String bucket;
  private final S3Upload upload;
  private final AtomicBoolean warned = new AtomicBoolean();

  S3BlobStore(S3Client s3, S3Settings settings) {
    this.s3 = s3;
    bucket = settings.bucket();
    upload = new S3Upload(s3, bucket);
  }

  /// Sends all of them at once. When it returns or throws, none is being sent any more.
  @Override
  public void put(List<NewBlob> blobs) {
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              blobs.stream()
                  .map(blob -> CompletableFuture.runAsync(() -> upload.send(blob), each))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  @Override
  public Optional<Blob> find(String key) {
    try {
      return Optional.of(S3Blob.open(s3, bucket, key));
    } catch (NoSuchKeyException missing) {
      return Optional.empty();
    } catch (S3Exception e) {
      if (isDenied(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Lumina does not need the right to list the bucket; without it S3 answers AccessDenied, not
  /// NoSuchKey, for a missing object.
  private boolean isDenied(S3Exception e) {
    boolean denied = code(e).equals("AccessDenied");
    if (denied && warned.compareAndSet(false, true)) {
      log.warn(
          "S3 denied access to an object, as it also does for a missing object. If images do not"
              + " appear, allow s3:GetObject on the bucket",
          e);
    }
    return denied;
  }

  /// The error code of S3, empty without one.
  static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
  }

  @Override
  public void delete(Collection<String> keys) throws IOException {
    List<String> left = new ArrayList<>(keys);
    while (!left.isEmpty()) {
      List<String> batch = left.subList(0, Math.min(DELETE_BATCH_SIZE, left.size()));
      deleteBatch(batch);
      batch.clear();
    }
  }

  private void deleteBatch(List<String> keys) throws IOException {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    try {
      DeleteObjectsResponse answer =
          s3.deleteObjects(d -> d.bucket(bucket).delete(what -> what.objects(objects).quiet(true)));
      if (answer.hasErrors()) {
        throw new IOException("S3 could not delete " + answer.errors());
      }
    } catch (SdkException down) {
      throw new IOException("S3 could not delete objects", down);
    }
  }
}
