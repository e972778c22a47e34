package lumina.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
import lumina.stores.CloudWeather.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Without DynamoDB, details of photos and messages are unavailable; people, images, and what was
/// read just before remain available. The requests that fail wait at the same time, because each
/// takes seconds.
@Tag("cloud")
@Timeout(180)
@ResourceLock(FragileLumina.NAME)
class DynamoDbAwayTest {
  private static final Duration BOUND = Duration.ofSeconds(8);

  /// The upload fails and then cleans up, and both take time.
  private static final Duration BOUND_OF_AN_UPLOAD = Duration.ofSeconds(20);

  private final FragileLumina lumina = FragileLumina.shared();
  private final Person ann = lumina.stranger().signUp();
  private final Person bob = lumina.stranger().signUp();

  @AfterEach
  void mend() {
    lumina.mend();
  }

  @ParameterizedTest
  @EnumSource
  void what_does_not_need_it_goes_on_and_the_rest_works_again_when_it_is_back(Outage outage) {
    ann.befriend(bob);
    String photo = uploadNotYetRead();
    outage.of(lumina.dynamoDb);
    everythingSaidOfPhotosIsAway(photo);
    Outage.isSeen("dynamodb", ann);
    ann.get("/api/photos/" + photo + "/image/thumb").expect(200);
    ann.get("/api/friends").expect(200);
    ann.get("/api/notifications").expect(200);
    lumina.stranger().signUp().get("/api/photos?scope=profile").expect(200);
    lumina.mend();
    everythingWorks(photo);
  }

  /// The like makes the details stale that the upload has cached.
  private String uploadNotYetRead() {
    String photo = ann.uploadPhoto();
    bob.put("/api/photos/" + photo + "/like").expect(200);
    return photo;
  }

  @ParameterizedTest
  @EnumSource
  void what_was_read_just_before_is_still_shown(Outage outage) {
    String photo = ann.uploadPhoto("caption", "seen before");
    bob.get("/api/photos?scope=all").expect(200);
    outage.of(lumina.dynamoDb);
    assertThat(bob.get("/api/photos?scope=all").expect(200).all("photo_id")).contains(photo);
  }

  private void everythingSaidOfPhotosIsAway(String photo) {
    Map<String, Object> message = Map.of("to_user_id", bob.id(), "text", "hi");
    Form form = new Form().file("x.jpg", Pictures.photo(64, 48));
    AtOnce.run(
        () -> Outage.isSaid(BOUND, () -> ann.get("/api/photos?scope=profile")),
        () -> Outage.isSaid(BOUND, () -> bob.get("/api/photos/" + photo)),
        () -> Outage.isSaid(BOUND, () -> bob.put("/api/photos/" + photo + "/like")),
        () -> Outage.isSaid(BOUND, () -> comment(photo)),
        () -> Outage.isSaid(BOUND, () -> ann.post("/api/messages", message)),
        () -> Outage.isSaid(BOUND, () -> ann.get("/api/conversations")),
        () -> Outage.isSaid(BOUND, () -> ann.delete("/api/photos/" + photo)),
        () -> Outage.isSaid(BOUND_OF_AN_UPLOAD, () -> ann.upload(form)));
  }

  private Answer comment(String photo) {
    return bob.post("/api/photos/" + photo + "/comments", Map.of("text", "nice"));
  }

  private void everythingWorks(String photo) {
    assertThat(ann.get("/api/photos?scope=profile").expect(200).all("photo_id"))
        .containsExactly(photo);
    bob.put("/api/photos/" + photo + "/like").expect(200);
    comment(photo).expect(201);
    ann.post("/api/messages", Map.of("to_user_id", bob.id(), "text", "hi")).expect(201);
    ann.uploadPhoto();
    ann.delete("/api/photos/" + photo).expect(200);
  }

  @ParameterizedTest
  @EnumSource(names = "DYNAMODB_.*", mode = EnumSource.Mode.MATCH_ALL)
  void when_it_refuses_some_requests_people_do_not_notice(Refusal refusal) {
    ann.befriend(bob);
    String photo = ann.uploadPhoto();
    lumina.weather.refuseSome(refusal);
    everythingWorks(photo);
  }

  @ParameterizedTest
  @EnumSource(names = "DYNAMODB_.*", mode = EnumSource.Mode.MATCH_ALL)
  void when_it_refuses_all_requests_people_are_asked_to_come_back(Refusal refusal) {
    ann.befriend(bob);
    String photo = uploadNotYetRead();
    lumina.weather.refuseAll(refusal);
    everythingSaidOfPhotosIsAway(photo);
    lumina.mend();
    everythingWorks(photo);
  }
}
