package lumina.stores;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
import lumina.stores.CloudWeather.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Without S3 there are no images; everything else works.
@Tag("cloud")
@Timeout(180)
@ResourceLock(FragileLumina.NAME)
class S3AwayTest {
  private static final Duration BOUND = Duration.ofSeconds(18);

  /// The upload fails after three timeouts of five seconds, and its cleanup fails after fifteen
  /// more.
  private static final Duration BOUND_OF_AN_UPLOAD = Duration.ofSeconds(36);

  private final FragileLumina lumina = FragileLumina.shared();
  private final Person ann = lumina.stranger().signUp();
  private final Form form = new Form().file("x.jpg", Pictures.photo(64, 48));

  @AfterEach
  void mend() {
    lumina.mend();
  }

  @ParameterizedTest
  @EnumSource
  void what_does_not_need_it_goes_on_and_the_rest_works_again_when_it_is_back(Outage outage) {
    String photo = ann.uploadPhoto();
    outage.of(lumina.s3);
    imagesAndUploadsAreAway(photo);
    Outage.isSeen("s3", ann);
    ann.get("/api/photos/" + photo).expect(200);
    ann.put("/api/photos/" + photo + "/like").expect(200);
    ann.post("/api/photos/" + photo + "/comments", Map.of("text", "nice")).expect(201);
    lumina.mend();
    ann.get("/api/photos/" + photo + "/image/thumb").expect(200);
    ann.uploadPhoto();
  }

  private void imagesAndUploadsAreAway(String photo) {
    AtOnce.run(
        () -> Outage.isSaid(BOUND, () -> ann.get("/api/photos/" + photo + "/image/thumb")),
        () -> Outage.isSaid(BOUND_OF_AN_UPLOAD, () -> ann.upload(form)));
  }

  @ParameterizedTest
  @EnumSource(names = "S3_.*", mode = EnumSource.Mode.MATCH_ALL)
  void when_it_refuses_some_requests_people_do_not_notice(Refusal refusal) {
    lumina.weather.refuseSome(refusal);
    ann.get("/api/photos/" + ann.uploadPhoto() + "/image/full").expect(200);
  }

  @ParameterizedTest
  @EnumSource(names = "S3_.*", mode = EnumSource.Mode.MATCH_ALL)
  void when_it_refuses_all_requests_people_are_asked_to_come_back(Refusal refusal) {
    String photo = ann.uploadPhoto();
    lumina.weather.refuseAll(refusal);
    imagesAndUploadsAreAway(photo);
    lumina.mend();
    ann.get("/api/photos/" + photo + "/image/thumb").expect(200);
  }

  @Test
  void half_an_image_is_never_taken_for_a_whole_one() {
    byte[] large = Pictures.jpeg(Pictures.noise(1600, 1200));
    String photo =
        ann.upload(new Form().file("x.jpg", large)).expect(201).json().get("photo_id").asString();
    lumina.s3.cutAfter(300_000);
    String thumb = "/api/photos/" + photo + "/image/thumb";
    Answer small = ann.get(thumb);
    while (small.status() != 200) {
      small = ann.get(thumb); // Lumina still has connections that were cut
    }
    assertThatThrownBy(() -> ann.get("/api/photos/" + photo + "/image/full"))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
    lumina.mend();
    ann.get("/api/photos/" + photo + "/image/full").expect(200);
  }
}
