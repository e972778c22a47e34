package lumina.blob;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lumina.http.problem.Problem;
import lumina.storage.CloudBackend;
import lumina.storage.s3.S3Settings;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Uploads files in parts to presigned URLs, each valid for one part of exactly this length. The
/// lifecycle rule of the bucket deletes parts that are never completed.
@Component
@CloudBackend
final class S3DirectParts implements DirectParts {
  // The minimum part size of S3.
  private static final long PART = 5L << 20;
  private static final Duration VALID = Duration.ofHours(1);
  private static final Set<String> WRONG_PARTS =
      Set.of(
          "InvalidPart", "InvalidPartOrder", "EntityTooSmall", "MalformedXML", "InvalidArgument");

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;

  S3DirectParts(S3Client s3, S3Presigner presigner, S3Settings settings) {
    this.s3 = s3;
    this.presigner = presigner;
    bucket = settings.bucket();
  }

  @Override
  public long partSize() {
    return PART;
  }

  @Override
  public Begun begin(String key, long size) {
    String name =
        s3.createMultipartUpload(
                create -> create.bucket(bucket).key(key).contentType("application/octet-stream"))
            .uploadId();
    List<String> addresses = new ArrayList<>();
    for (long start = 0; start < size; start += PART) {
      long length = Math.min(PART, size - start);
      addresses.add(address(key, name, addresses.size() + 1, length).toString());
    }
    return new Begun(name, addresses);
  }

  private URL address(String key, String name, int number, long length) {
    return presigner
        .presignUploadPart(
            signed ->
                signed
                    .signatureDuration(VALID)
                    .uploadPartRequest(
                        part ->
                            part.bucket(bucket)
                                .key(key)
                                .uploadId(name)
                                .partNumber(number)
                                .contentLength(length)))
        .url();
  }

  @Override
  public void complete(String key, String name, List<Part> parts) {
    List<CompletedPart> all =
        parts.stream()
            .map(
                part -> CompletedPart.builder().partNumber(part.number()).eTag(part.etag()).build())
            .toList();
    try {
      s3.completeMultipartUpload(
          complete ->
              complete
                  .bucket(bucket)
                  .key(key)
                  .uploadId(name)
                  .multipartUpload(upload -> upload.parts(all)));
    } catch (NoSuchUploadException completedBefore) {
      return; // or aborted; the caller then finds no blob
    } catch (S3Exception refused) {
      if (WRONG_PARTS.contains(S3BlobStore.code(refused))) {
        throw Problem.Invalid.incompleteUpload("parts");
      }
      throw refused;
    }
  }

  @Override
  public String origin() {
    URL any = address("incoming/any", "any", 1, 1);
    return any.getProtocol() + "://" + any.getAuthority();
  }
}
