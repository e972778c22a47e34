package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lumina.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

@ResourceLock(S3Connected.NAME)
class S3BlobStoreTest extends BlobStoreContract {
  private static S3Server server;
  private static S3Connected connected;

  @BeforeAll
  static void connect() {
    server = S3Server.start();
    connected = new S3Connected(server).start();
  }

  @AfterAll
  static void disconnect() {
    connected.close();
    server.close();
  }

  @Override
  BlobStore store() {
    return connected.store();
  }

  @Test
  void an_object_says_what_it_is_and_may_be_kept_for_minutes_alone() throws IOException {
    for (int size : new int[] {10, 20 * MEGABYTE}) {
      String key = put(bytes(size));
      HeadObjectResponse head =
          connected.client().headObject(object -> object.bucket("images").key(key));
      assertThat(head.contentType()).isEqualTo("image/jpeg");
      assertThat(head.cacheControl()).isEqualTo("max-age=300");
    }
  }

  @Test
  @Timeout(60)
  void a_file_larger_than_the_memory_goes_there_and_back() throws Exception {
    Path large = file(bytes(60 * MEGABYTE));
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-Daws.endpointUrlS3=" + server.endpoint(),
                "-Daws.accessKeyId=" + server.accessKey(),
                "-Daws.secretAccessKey=" + server.secretKey(),
                "-cp",
                System.getProperty("java.class.path"),
                LittleMemory.class.getName(),
                large.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).endsWith("62914560 bytes came back\n");
  }

  /// A separate process with a small heap.
  static class LittleMemory {
    public static void main(String[] large) throws IOException {
      Path file = Path.of(large[0]);
      try (S3Connected small = new S3Connected(new ExecutionInterceptor() {})) {
        small.start().store().put("photos/large_full.jpg", file, "image/jpeg");
        try (Blob blob = small.store().find("photos/large_full.jpg").orElseThrow()) {
          long bytes = blob.bytes().transferTo(OutputStream.nullOutputStream());
          System.out.println(bytes + " bytes came back");
        }
      }
    }
  }

  @Test
  @Timeout(30)
  void a_store_that_is_gone_is_waited_for_no_longer_than_seconds() throws IOException {
    S3Server mortal = S3Server.start();
    try (S3Connected gone = new S3Connected(mortal).start()) {
      mortal.close();
      assertThatThrownBy(() -> gone.store().find(newKey())).isInstanceOf(SdkException.class);
      assertThatThrownBy(() -> gone.store().put(newKey(), file(bytes(10)), "image/jpeg"))
          .isInstanceOf(SdkException.class);
      byte[] large = bytes(17 * MEGABYTE);
      assertThatThrownBy(() -> gone.store().put(newKey(), file(large), "image/jpeg"))
          .isInstanceOf(SdkException.class);
      assertThatThrownBy(() -> gone.store().delete(List.of(newKey())))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void without_the_right_to_list_a_missing_object_is_missing_all_the_same() throws IOException {
    FaultyS3 narrow = new FaultyS3();
    try (S3Connected there = new S3Connected(server, narrow).start()) {
      narrow.answer(403, "AccessDenied");
      assertThat(there.store().find(newKey())).isEmpty();
    }
  }
}
