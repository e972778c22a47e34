package lumina.blob;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// An S3 object whose download has started. Reading only a part of it takes a second request.
final class S3Blob implements Blob {
  private final S3Client s3;
  private final GetObjectRequest request;
  private final long size;
  private final Instant keptAt;
  private S3Bytes bytes;

  private S3Blob(
      S3Client s3, GetObjectRequest request, ResponseInputStream<GetObjectResponse> whole) {
    this.s3 = s3;
    this.request = request;
    size = whole.response().contentLength();
    keptAt = whole.response().lastModified();
    bytes = new S3Bytes(whole);
  }

  static S3Blob open(S3Client s3, String bucket, String key) {
    GetObjectRequest request = GetObjectRequest.builder().bucket(bucket).key(key).build();
    return new S3Blob(s3, request, s3.getObject(request));
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream bytes(long start, long end) {
    if (start > 0 || end < size) {
      bytes.close();
      String range = "bytes=%d-%d".formatted(start, end - 1);
      bytes = new S3Bytes(s3.getObject(request.toBuilder().range(range).build()));
    }
    return bytes;
  }

  @Override
  public Optional<Instant> keptAt() {
    return Optional.of(keptAt);
  }

  @Override
  public void close() {
    bytes.close();
  }
}
