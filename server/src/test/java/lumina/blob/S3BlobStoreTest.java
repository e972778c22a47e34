package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lumina.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

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
  void an_object_says_what_it_is_and_is_kept_by_no_shared_cache() throws IOException {
    for (int size : new int[] {10, 20 * MEGABYTE}) {
      String key = put(bytes(size));
      HeadObjectResponse head =
          connected.client().headObject(object -> object.bucket("images").key(key));
      assertThat(head.contentType()).isEqualTo("image/jpeg");
      assertThat(head.cacheControl()).contains("private");
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
    try (S3Connected narrow = new S3Connected(server, new NobodyMayList()).start()) {
      assertThat(narrow.store().find(newKey())).isEmpty();
    }
  }

  private static class NobodyMayList implements ExecutionInterceptor {
    @Override
    public SdkHttpResponse modifyHttpResponse(
        Context.ModifyHttpResponse answer, ExecutionAttributes call) {
      return answer.httpResponse().statusCode() == 404
          ? answer.httpResponse().toBuilder().statusCode(403).build()
          : answer.httpResponse();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
        Context.ModifyHttpResponse answer, ExecutionAttributes call) {
      if (answer.httpResponse().statusCode() != 403) {
        return answer.responseBody();
      }
      byte[] denied =
          "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
              .getBytes(StandardCharsets.UTF_8);
      return Optional.of(new ByteArrayInputStream(denied));
    }
  }
}
