package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import lumina.photo.PendingPhotos;
import lumina.stores.FakeCloudFront;
import lumina.stores.FakeCloudFront.Asked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server that may invalidate files in CloudFront.
@Tag("cloud")
@ServerTest
@DirtiesContext
@Timeout(300)
class CdnForgettingTest {
  private static final FakeCloudFront CLOUD_FRONT = FakeCloudFront.start();
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  @LocalServerPort private int port;
  @Autowired private PendingPhotos unsettled;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @DynamicPropertySource
  static void cdn(DynamicPropertyRegistry registry) {
    registry.add("storage.cdn.base-url", () -> "https://cdn.example.org");
    registry.add("storage.cdn.distribution-id", () -> "E2QWRUHAPOMQZL");
  }

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  @AfterEach
  void mend() {
    CLOUD_FRONT.mend();
  }

  @AfterAll
  static void stop() {
    CLOUD_FRONT.close();
  }

  private static String files(String photoId) {
    return "/photos/" + photoId + "_*";
  }

  private void narrow(String id) {
    ann.patch("/api/photos/" + id, Map.of("audience", "friends")).expect(200);
  }

  /// CloudFront stops answering; later invalidations wait and are sent together.
  private void silence() throws InterruptedException {
    String id = ann.uploadPhoto();
    CLOUD_FRONT.hang();
    narrow(id);
    var _ = CLOUD_FRONT.toForget(files(id));
  }

  @Test
  void what_fewer_people_may_see_is_forgotten() throws InterruptedException {
    String id = ann.uploadPhoto();
    narrow(id);
    Asked asked = CLOUD_FRONT.toForget(files(id));
    assertThat(asked.to()).isEqualTo("POST /2020-05-31/distribution/E2QWRUHAPOMQZL/invalidation");
    assertThat(asked.signature()).contains("/us-east-1/cloudfront/aws4_request");
  }

  @Test
  void what_is_deleted_is_forgotten() throws InterruptedException {
    String id = ann.uploadPhoto();
    ann.delete("/api/photos/" + id).expect(200);
    var _ = CLOUD_FRONT.toForget(files(id));
  }

  @Test
  void what_a_sweep_takes_away_is_forgotten() throws InterruptedException {
    String id = "cut-off-" + ann.id();
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, 0)").param("id", id).update();
    assertThat(unsettled.sweep(false)).isPositive();
    var _ = CLOUD_FRONT.toForget(files(id));
  }

  @Test
  void other_changes_ask_for_nothing() throws InterruptedException {
    String same = ann.uploadPhoto();
    String wider = ann.uploadPhoto("audience", "private");
    String narrower = ann.uploadPhoto();
    silence();
    ann.patch("/api/photos/" + same, Map.of("caption", "for all")).expect(200);
    ann.patch("/api/photos/" + wider, Map.of("audience", "public")).expect(200);
    narrow(narrower);
    CLOUD_FRONT.mend();
    assertThat(CLOUD_FRONT.toForget(files(narrower)).paths()).containsExactly(files(narrower));
  }

  @Test
  void a_silent_cloudfront_keeps_nobody_waiting_and_hears_all_at_once()
      throws InterruptedException {
    String narrowed = ann.uploadPhoto();
    String deleted = ann.uploadPhoto();
    silence();
    Instant before = Instant.now();
    narrow(narrowed);
    ann.delete("/api/photos/" + deleted).expect(200);
    assertThat(Duration.between(before, Instant.now())).isLessThan(AT_ONCE);
    CLOUD_FRONT.mend();
    assertThat(CLOUD_FRONT.toForget(files(narrowed)).paths())
        .containsExactly(files(narrowed), files(deleted));
  }

  @Test
  void very_many_are_forgotten_with_their_folder() throws InterruptedException {
    List<String> ids = Stream.generate(ann::uploadPhoto).limit(11).toList();
    silence();
    ids.forEach(this::narrow);
    CLOUD_FRONT.mend();
    assertThat(CLOUD_FRONT.toForget("/photos/*").paths()).containsExactly("/photos/*");
  }

  @Test
  void a_broken_cloudfront_stops_nobody_and_is_asked_again() throws InterruptedException {
    CLOUD_FRONT.answerWith(403); // the SDK does not retry this
    String id = ann.uploadPhoto();
    narrow(id);
    var _ = CLOUD_FRONT.toForget(files(id));
    Person.signUp(port).get("/api/photos/" + id).expectProblem(404, "not_found");
    CLOUD_FRONT.mend();
    var _ = CLOUD_FRONT.toForget(files(id));
  }
}
