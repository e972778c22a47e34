package lumina.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// A backup in a bucket of S3, under a prefix. A file may have 5 GB.
///
/// The SDK finds credentials and `AWS_ENDPOINT_URL_S3` by itself.
record S3Vault(S3Client s3, String bucket, String prefix) implements Vault {
  /// @param prefix with a slash at its end, or empty
  static S3Vault open(String region, boolean pathStyle, String bucket, String prefix) {
    S3Client client =
        S3Client.builder()
            .region(Region.of(region))
            .forcePathStyle(pathStyle)
            .httpClientBuilder(Apache5HttpClient.builder())
            .build();
    return new S3Vault(client, bucket, prefix);
  }

  private interface Call<T> {
    T answer();
  }

  private static <T> T call(String name, Call<T> call) throws IOException {
    try {
      return call.answer();
    } catch (NoSuchKeyException missing) {
      throw new NoSuchFileException(name);
    } catch (SdkException refused) {
      throw new IOException("S3: " + refused.getMessage(), refused);
    }
  }

  @Override
  public Map<String, Long> sizes() throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    return call(
        "",
        () -> {
          s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
              .contents()
              .forEach(it -> sizes.put(it.key().substring(prefix.length()), it.size()));
          return sizes;
        });
  }

  @Override
  public InputStream read(String name) throws IOException {
    return call(name, () -> s3.getObject(get -> get.bucket(bucket).key(prefix + name)));
  }

  @Override
  public void put(String name, Path file) throws IOException {
    var _ =
        call(
            name,
            () ->
                s3.putObject(
                    put ->
                        put.bucket(bucket)
                            .key(prefix + name)
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C),
                    file));
  }

  @Override
  public void delete(String name) throws IOException {
    var _ = call(name, () -> s3.deleteObject(it -> it.bucket(bucket).key(prefix + name)));
  }

  @Override
  public void close() {
    s3.close();
  }
}
