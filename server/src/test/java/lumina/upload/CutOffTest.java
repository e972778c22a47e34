package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.Pictures;
import lumina.photo.PendingPhotos;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoTables;
import lumina.stores.FragileLumina;
import lumina.stores.Outage;
import lumina.upload.tus.TusClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store fails in the middle of an upload or a deletion: nobody sees a part of a photo, and
/// nothing is left of it after the next sweep.
@Tag("cloud")
@Timeout(180)
@ResourceLock(FragileLumina.NAME)
class CutOffTest {
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final FragileLumina lumina = FragileLumina.shared();
  private final Person ann = lumina.stranger().signUp();
  private final Person bob = lumina.stranger().signUp();
  private final byte[] large = Pictures.jpeg(Pictures.noise(1000, 800));

  /// Other tests break the same Lumina and leave photos to sweep.
  @BeforeEach
  void sweep() {
    var _ = lumina.get(PendingPhotos.class).sweep(true);
  }

  @AfterEach
  void mend() {
    lumina.mend();
  }

  private Answer upload() {
    return ann.upload(new Form().file("x.jpg", large));
  }

  private void nothingIsVisible() {
    assertThat(ann.get("/api/photos?scope=profile").expect(200).all("photo_id")).isEmpty();
    String profile = "/api/users/lookup?username=" + ann.name();
    assertThat(ann.get(profile).expect(200).json().get("photo_count").asLong()).isZero();
    assertThat(ann.get("/api/photos?scope=all").expect(200).all("username"))
        .doesNotContain(ann.name());
  }

  /// The only pending photo.
  private String unsettled() {
    return lumina
        .get(JdbcClient.class)
        .sql("SELECT photo_id FROM unsettled_photos")
        .query(String.class)
        .single();
  }

  private List<String> objects(String photoId) throws Exception {
    List<String> there = new ArrayList<>();
    for (String key : PhotoKeys.all(photoId)) {
      Optional<Blob> found = lumina.get(BlobStore.class).find(key);
      if (found.isPresent()) {
        found.get().close();
        there.add(key);
      }
    }
    return there;
  }

  private boolean hasItem(String photoId) {
    return lumina
        .get(Dynamo.class)
        .get(lumina.get(DynamoTables.class).photos(), DynamoPhoto.meta(photoId))
        .isPresent();
  }

  private void theSweepLeavesNothingOf(String photoId) throws Exception {
    assertThat(lumina.get(PendingPhotos.class).sweep(true)).isEqualTo(1);
    assertThat(objects(photoId)).isEmpty();
    assertThat(hasItem(photoId)).isFalse();
    assertThat(lumina.get(PendingPhotos.class).sweep(true)).isZero();
  }

  @Test
  void an_upload_whose_file_is_cut_off_leaves_nothing() throws Exception {
    lumina.s3.cutAfter(100_000);
    Outage.isSaid(BOUND, this::upload);
    assertThat(lumina.s3.struck()).isPositive();
    lumina.mend();
    nothingIsVisible();
    assertThat(objects(unsettled())).isEmpty();
  }

  @Test
  void a_file_that_arrives_late_in_s3_is_swept_although_its_photo_was_deleted(@TempDir Path folder)
      throws Exception {
    String photo = ann.uploadPhoto();
    ann.delete("/api/photos/" + photo).expect(200);
    assertThat(objects(photo)).isEmpty();
    Path late = Files.write(folder.resolve("late"), large);
    lumina.get(BlobStore.class).put(PhotoKeys.all(photo).getFirst(), late, "image/jpeg");
    assertThat(lumina.get(PendingPhotos.class).sweep(false)).isZero(); // more may arrive
    theSweepLeavesNothingOf(photo);
  }

  @Test
  void an_upload_between_whose_files_s3_dies_leaves_nothing_after_the_sweep() throws Exception {
    lumina.s3.dieAt("_medium.webp");
    Outage.isSaid(BOUND, this::upload);
    lumina.mend();
    nothingIsVisible();
    String photo = unsettled();
    assertThat(objects(photo)).hasSizeLessThan(5); // they are stored at the same time
    theSweepLeavesNothingOf(photo);
  }

  @Test
  void an_upload_for_which_dynamodb_is_gone_leaves_nothing_after_the_sweep() throws Exception {
    lumina.dynamoDb.dieAt("TransactWriteItems");
    Outage.isSaid(BOUND, this::upload);
    lumina.mend();
    nothingIsVisible();
    String photo = unsettled();
    assertThat(objects(photo)).hasSize(5);
    theSweepLeavesNothingOf(photo);
  }

  @Test
  void an_upload_for_which_mysql_is_gone_leaves_nothing_after_the_sweep() throws Exception {
    lumina.mySql.dieAt("INSERT INTO photos");
    Outage.isSaid(BOUND, this::upload);
    lumina.mend();
    nothingIsVisible();
    theSweepLeavesNothingOf(unsettled());
  }

  /// In this case the outcome of the commit is unknown. It succeeded, so all of the photo is there.
  @Test
  void an_upload_whose_commit_is_not_answered_is_there_as_a_whole() {
    lumina.mySql.loseAnswerTo("INSERT INTO photos", "commit");
    Outage.isSaid(BOUND, this::upload);
    assertThat(lumina.mySql.struck()).isPositive();
    lumina.mend();
    var _ = lumina.get(PendingPhotos.class).sweep(true);
    List<String> seen = bob.get("/api/photos?scope=profile&user_id=" + ann.id()).all("photo_id");
    assertThat(seen).hasSize(1);
    ann.get("/api/photos/" + seen.getFirst() + "/image/full").expect(200);
    bob.get("/api/photos/" + seen.getFirst() + "/image/large").expect(200);
  }

  @Test
  void a_resumable_upload_is_completed_by_no_more_bytes_when_the_store_is_back() {
    TusClient tus = new TusClient(ann);
    String upload = tus.begin(large.length);
    lumina.s3.dieAt("_medium.webp");
    Outage.isSaid(BOUND, () -> tus.send(upload, large, 0, large.length));
    lumina.mend();
    assertThat(tus.offset(upload)).isEqualTo(large.length);
    String photo = TusClient.photo(tus.send(upload, large, large.length, large.length).expect(204));
    assertThat(ann.get("/api/photos?scope=profile").all("photo_id")).containsExactly(photo);
    assertThat(ann.get("/api/photos/" + photo + "/image/full").bytes()).isEqualTo(large);
  }

  @Test
  void a_resumable_upload_whose_commit_is_not_answered_makes_one_photo() {
    TusClient tus = new TusClient(ann);
    String upload = tus.begin(large.length);
    lumina.mySql.loseAnswerTo("INSERT INTO photos", "commit");
    Outage.isSaid(BOUND, () -> tus.send(upload, large, 0, large.length));
    assertThat(lumina.mySql.struck()).isPositive();
    lumina.mend();
    String photo = TusClient.photo(tus.head(upload).expect(200));
    assertThat(ann.get("/api/photos?scope=profile").all("photo_id")).containsExactly(photo);
    ann.get("/api/photos/" + photo + "/image/large").expect(200);
  }

  @Test
  void a_deletion_that_is_cut_off_is_seen_at_once_and_finished_by_the_sweep() throws Exception {
    String photo = ann.uploadPhoto();
    bob.put("/api/photos/" + photo + "/like").expect(200);
    bob.post("/api/photos/" + photo + "/comments", Map.of("text", "nice")).expect(201);
    lumina.dynamoDb.dieAt("UpdateItem");
    ann.delete("/api/photos/" + photo).expect(200);
    bob.get("/api/photos/" + photo + "/image/thumb").expectProblem(404, "not_found");
    lumina.mend();
    for (Person person : List.of(ann, bob)) {
      person.get("/api/photos/" + photo).expectProblem(404, "not_found");
    }
    nothingIsVisible();
    assertThat(hasItem(photo)).isTrue();
    theSweepLeavesNothingOf(photo);
  }

  @Test
  void an_edit_that_is_cut_off_leaves_the_narrower_audience() {
    for (Runnable outage :
        List.<Runnable>of(
            () -> lumina.dynamoDb.dieAt("UpdateItem"),
            () -> lumina.mySql.dieAt("DELETE FROM photo_tags"))) {
      String photo = "/api/photos/" + ann.uploadPhoto("caption", "for all");
      bob.get(photo).expect(200);
      outage.run();
      Map<String, String> edit = Map.of("caption", "for me", "audience", "private");
      Outage.isSaid(BOUND, () -> ann.patch(photo, edit));
      lumina.mend();
      bob.get(photo).expectProblem(404, "not_found");
      assertThat(ann.get(photo).json().get("audience").asString()).isEqualTo("private");
    }
  }

  @Test
  void an_edit_for_more_people_that_is_cut_off_leaves_the_narrower_audience() {
    String photo = "/api/photos/" + ann.uploadPhoto("audience", "private");
    lumina.mySql.dieAt("DELETE FROM photo_tags");
    Map<String, String> edit = Map.of("caption", "for all", "audience", "public");
    Outage.isSaid(BOUND, () -> ann.patch(photo, edit));
    lumina.mend();
    bob.get(photo).expectProblem(404, "not_found");
  }
}
