package lumina.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Uploads a file to S3, a large one in parts, with checksums that S3 verifies.
///
/// Memory use does not grow with the file, and after a failure only the failed part is sent again.
final class S3Upload {
  private static final Logger log = LoggerFactory.getLogger(S3Upload.class);
  private static final long PART = 8L << 20;
  private static final long LARGE = 2 * PART;
  private static final ChecksumAlgorithm CHECKSUM = ChecksumAlgorithm.CRC32_C;
  // Five minutes after a deletion no edge of a CDN serves the file any more. Not `private`: the
  // edges, which check the signature of each URL, would then cache nothing.
  private static final String CACHING = "max-age=300";
  // 16 MB in a minute; over a slower connection no upload would succeed anyway.
  private static final AwsRequestOverrideConfiguration PATIENCE =
      AwsRequestOverrideConfiguration.builder()
          .apiCallAttemptTimeout(Duration.ofSeconds(60))
          .apiCallTimeout(Duration.ofSeconds(150))
          .build();

  private final S3Client s3;
  private final String bucket;

  S3Upload(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /// @throws UncheckedIOException if the file cannot be read
  void send(NewBlob blob) {
    long size = size(blob.file());
    if (size > LARGE) {
      sendParts(blob, size);
      return;
    }
    s3.putObject(
        put ->
            put.bucket(bucket)
                .key(blob.key())
                .contentType(blob.mediaType())
                .cacheControl(CACHING)
                .checksumAlgorithm(CHECKSUM)
                .overrideConfiguration(PATIENCE),
        body(blob.file(), 0, size));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendParts(NewBlob blob, long size) {
    String upload = begin(blob);
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (long start = 0; start < size; start += PART) {
        RequestBody body = body(blob.file(), start, Math.min(start + PART, size));
        parts.add(sendPart(blob, upload, parts.size() + 1, body));
      }
      s3.completeMultipartUpload(
          complete ->
              complete
                  .bucket(bucket)
                  .key(blob.key())
                  .uploadId(upload)
                  .multipartUpload(all -> all.parts(parts))
                  .overrideConfiguration(PATIENCE));
    } catch (RuntimeException failed) {
      abandon(blob, upload);
      throw failed;
    }
  }

  private String begin(NewBlob blob) {
    return s3.createMultipartUpload(
            create ->
                create
                    .bucket(bucket)
                    .key(blob.key())
                    .contentType(blob.mediaType())
                    .cacheControl(CACHING)
                    .checksumAlgorithm(CHECKSUM))
        .uploadId();
  }

  private CompletedPart sendPart(NewBlob blob, String upload, int number, RequestBody body) {
    UploadPartResponse sent =
        s3.uploadPart(
            part ->
                part.bucket(bucket)
                    .key(blob.key())
                    .uploadId(upload)
                    .partNumber(number)
                    .checksumAlgorithm(CHECKSUM)
                    .overrideConfiguration(PATIENCE),
            body);
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumCRC32C(sent.checksumCRC32C())
        .build();
  }

  private static RequestBody body(Path file, long start, long end) {
    return RequestBody.fromContentProvider(
        () -> {
          try {
            return new FileBytes(file, start, end);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        end - start,
        "application/octet-stream");
  }

  /// Leftover parts cost money until the lifecycle rule of the bucket deletes them.
  private void abandon(NewBlob blob, String upload) {
    try {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(blob.key()).uploadId(upload));
    } catch (SdkException left) {
      log.warn(
          "Parts of the failed upload {} could not be deleted from S3: {}",
          blob.key(),
          left.getMessage());
    }
  }
}
