package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import lumina.storage.StartRefused;
import lumina.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.core.NestedExceptionUtils;

/// A fault in the connection to S3 is reported at the start, in one sentence.
@Isolated("It changes what the SDK knows.")
class S3StartTest {
  private static S3Server server;

  @BeforeAll
  static void open() {
    server = S3Server.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void empty() throws IOException {
    server.reset();
  }

  @Test
  void a_missing_bucket_is_said() {
    assertThat(refusal("storage.create=false"))
        .isEqualTo(
            "There is no bucket images in S3: create it, or set S3_BUCKET to the right one,"
                + " or STORAGE_CREATE=true.");
  }

  @Test
  void a_missing_bucket_is_made_when_that_is_wanted() {
    try (S3Connected made = new S3Connected(server, "storage.create=true").start();
        S3Connected there = new S3Connected(server, "storage.create=false").start()) {
      assertThat(there.client().listBuckets().buckets())
          .singleElement()
          .satisfies(bucket -> assertThat(bucket.name()).isEqualTo("images"));
      assertThat(made.store()).isNotNull();
    }
  }

  @Test
  void a_wrong_secret_is_said() {
    S3Connected connected = new S3Connected(server);
    S3Connected.find(server, "not the secret");
    assertThat(refusal(connected))
        .isEqualTo(
            "S3 does not accept the AWS credentials (SignatureDoesNotMatch): give this machine a"
                + " role, or correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
  }

  @ParameterizedTest
  @CsvSource({
    "403, RequestTimeTooSkewed, the clock of this machine is wrong",
    "403, AccessDenied, 'allow s3:PutObject, s3:GetObject and s3:DeleteObject'",
    "301, PermanentRedirect, 'is not in region eu-central-1: set AWS_REGION'",
    "400, AuthorizationHeaderMalformed, 'is not in region eu-central-1: set AWS_REGION'",
    "400, SomethingNew, it answers 400 SomethingNew",
  })
  void what_the_service_objects_to_is_said(int status, String code, String words) {
    FaultyS3 s3 = new FaultyS3().answer(status, code);
    assertThat(refusal(new S3Connected(server, s3))).contains(words).endsWith(".");
  }

  @Test
  void a_name_that_no_bucket_can_have_is_said() {
    assertThat(refusal("storage.s3.bucket=Not_A_Name"))
        .startsWith("Bucket Not_A_Name cannot be created")
        .endsWith("set S3_BUCKET to another name.");
  }

  @Test
  @Timeout(30)
  void an_endpoint_where_nobody_is_is_said() {
    S3Server gone = S3Server.start();
    S3Connected connected = new S3Connected(gone);
    gone.close();
    assertThat(refusal(connected))
        .startsWith("S3 cannot be reached (")
        .endsWith("): check the network, AWS_REGION and AWS_ENDPOINT_URL_S3.");
  }

  @Test
  void a_setting_that_is_missing_is_said() {
    assertThat(refusal("storage.region="))
        .isEqualTo(
            "STORAGE_BACKEND=dynamodb needs AWS_REGION: set it to the region of your bucket, such"
                + " as eu-central-1.");
    assertThat(refusal("storage.s3.bucket="))
        .isEqualTo(
            "STORAGE_BACKEND=dynamodb needs S3_BUCKET: set it to the name of the bucket for image"
                + " files.");
  }

  private static String refusal(String... settings) {
    return refusal(new S3Connected(server, settings));
  }

  private static String refusal(S3Connected connected) {
    try (connected) {
      connected.start();
      return "It starts.";
    } catch (BeanCreationException refused) {
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(refused);
      assertThat(cause).isInstanceOf(StartRefused.class);
      return String.valueOf(cause.getMessage());
    }
  }
}
