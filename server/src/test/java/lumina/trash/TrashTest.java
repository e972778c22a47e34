package lumina.trash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.access.Viewer;
import lumina.job.RecurringJob;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.detail.PhotoText;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class TrashTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private RecurringJob trashPurgeJob;
  @Autowired private PhotoStore photos;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static Answer trash(Person owner, String id) {
    return owner.post("/api/photos/" + id + "/trash");
  }

  private static Answer restore(Person owner, String id) {
    return owner.post("/api/photos/" + id + "/restore");
  }

  /// A photo between two others, liked and commented, and the lists that show it.
  private final class Sample {
    private final String word = "t" + ann.name().substring(1, 9);
    private final String older;
    private final String id;
    private final String newer;
    private final List<Person> readers;

    Sample(String audience) {
      older = ann.uploadPhoto("topic", word, "audience", audience);
      id = ann.uploadPhoto("topic", word, "caption", word, "tags", word, "audience", audience);
      newer = ann.uploadPhoto("topic", word, "audience", audience);
      readers = audience.equals("private") ? List.of(ann) : List.of(ann, bob);
      ann.put("/api/photos/" + id + "/like").expect(200);
      ann.post("/api/photos/" + id + "/comments", Map.of("text", "hello")).expect(201);
    }

    List<List<String>> lists() {
      return readers.stream()
          .flatMap(
              reader ->
                  Stream.of(
                          "/api/photos",
                          "/api/photos?scope=profile&user_id=" + ann.id(),
                          "/api/photos?scope=profile&order=taken&user_id=" + ann.id(),
                          "/api/photos?scope=all&topic=" + word,
                          "/api/photos?scope=all&q=" + word,
                          "/api/photos?scope=all&tag=" + word)
                      .map(list -> reader.get(list).expect(200).all("photo_id")))
          .toList();
    }

    long months() {
      return ann.get("/api/photos/months?scope=profile")
          .json()
          .valueStream()
          .mapToLong(month -> month.get("count").asLong())
          .sum();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "friends", "private"})
  void in_the_trash_a_photo_is_gone_for_others_at_every_address_and_for_its_owner_in_every_list(
      String audience) {
    Sample sample = new Sample(audience);
    String path = "/api/photos/" + sample.id;
    String image = ann.get(path).json().get("thumbnail_url").asString();
    JsonNode trashed = trash(ann, sample.id).expect(200).json();
    trash(ann, sample.id).expect(200);
    assertThat(trashed.get("purge_at").asLong() - trashed.get("trashed_at").asLong())
        .isEqualTo(30L * 24 * 60 * 60 * 1000);
    for (String rest : List.of("", "/comments", "/likes", "/image/thumb", "/image/full")) {
      bob.get(path + rest).expectProblem(404, "not_found");
      ann.get(path + rest).expect(200);
    }
    for (Person other : List.of(bob, Person.stranger(port))) {
      other.get(image).expectProblem(404, "not_found");
      other.get(path).expectProblem(404, "not_found");
    }
    assertThat(sample.lists()).allSatisfy(ids -> assertThat(ids).doesNotContain(sample.id));
    assertThat(count(ann, sample.word)).isEqualTo(2);
    assertThat(sample.months()).isEqualTo(2);
    assertThat(ann.get("/api/trash").all("photo_id")).containsExactly(sample.id);
    assertThat(bob.get("/api/trash").json().size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "friends", "private"})
  void a_restored_photo_is_as_it_was(String audience) {
    Sample sample = new Sample(audience);
    List<List<String>> before = sample.lists();
    trash(ann, sample.id).expect(200);
    JsonNode restored = restore(ann, sample.id).expect(200).json();
    restore(ann, sample.id).expect(200);
    assertThat(restored.get("audience").asString()).isEqualTo(audience);
    assertThat(restored.get("trashed_at").isNull()).isTrue();
    assertThat(restored.get("likes").asLong()).isEqualTo(1);
    assertThat(ann.get("/api/photos/" + sample.id + "/comments").all("text"))
        .containsExactly("hello");
    assertThat(sample.lists()).isEqualTo(before);
    assertThat(before.getFirst()).containsSubsequence(sample.newer, sample.id, sample.older);
    assertThat(count(ann, sample.word)).isEqualTo(3);
    assertThat(sample.months()).isEqualTo(3);
    assertThat(ann.get("/api/trash").json().size()).isZero();
  }

  private static long count(Person reader, String topic) {
    return reader.get("/api/topics?q=" + topic).json().get(0).get("count").asLong();
  }

  @Test
  void the_trash_is_listed_latest_first_in_pages() {
    List<String> trashed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = ann.uploadPhoto();
      trash(ann, id).expect(200);
      trashed.addFirst(id);
    }
    List<String> walked = new ArrayList<>();
    String next = "/api/trash?limit=2";
    while (next != null) {
      Answer page = ann.get(next).expect(200);
      walked.addAll(page.all("photo_id"));
      next = page.next();
    }
    assertThat(walked).isEqualTo(trashed);
  }

  @Test
  void a_photo_in_the_trash_is_restored_before_it_is_edited() {
    String id = ann.uploadPhoto("audience", "private");
    trash(ann, id).expect(200);
    ann.patch("/api/photos/" + id, Map.of("audience", "public")).expectProblem(409, "in_trash");
    restore(ann, id).expect(200);
    ann.patch("/api/photos/" + id, Map.of("audience", "public")).expect(200);
  }

  @Test
  void a_photo_in_the_trash_is_neither_liked_nor_commented() {
    String photo = ann.uploadPhoto();
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    ann.put("/api/photos/" + photo + "/like").expectProblem(409, "in_trash");
    ann.post("/api/photos/" + photo + "/like").expectProblem(409, "in_trash");
    ann.post("/api/photos/" + photo + "/comments", Map.of("text", "hm"))
        .expectProblem(409, "in_trash");
  }

  @Test
  void an_edit_that_was_under_way_shows_nobody_a_photo_in_the_trash() {
    String id = ann.uploadPhoto("audience", "private");
    Viewer.Person owner = new Viewer.Person(ann.id(), ann.name());
    Photo read = photos.toEdit(owner, id);
    trash(ann, id).expect(200);
    photos.edit(owner, read, PhotoText.Edit.NONE, Audience.PUBLIC);
    bob.get("/api/photos/" + id).expectProblem(404, "not_found");
    assertThat(restore(ann, id).expect(200).json().get("audience").asString()).isEqualTo("public");
    bob.get("/api/photos/" + id).expect(200);
  }

  @Test
  void a_photo_that_is_restored_while_the_trash_is_emptied_stays() {
    String id = ann.uploadPhoto();
    trash(ann, id).expect(200);
    Viewer.Person owner = new Viewer.Person(ann.id(), ann.name());
    IndexEntry read = photos.entry(owner, id).orElseThrow();
    restore(ann, id).expect(200);
    photos.deleteFromTrash(read);
    ann.get("/api/photos/" + id).expect(200);
  }

  @Test
  void only_its_owner_moves_a_photo_to_the_trash_or_back() {
    String id = ann.uploadPhoto();
    trash(bob, id).expectProblem(403, "not_yours");
    restore(bob, id).expectProblem(403, "not_yours");
    trash(ann, id).expect(200);
    restore(bob, id).expectProblem(404, "not_found");
    trash(bob, id).expectProblem(404, "not_found");
    trash(ann, "nothing").expectProblem(404, "not_found");
    assertThat(Person.stranger(port).get("/api/trash").status()).isEqualTo(401);
  }

  @Test
  void moves_to_and_fro_at_once_leave_the_counts_exact() {
    String word = "t" + ann.name().substring(1, 9);
    String id = ann.uploadPhoto("topic", word);
    ann.uploadPhoto("topic", word);
    AtOnce.times(12, i -> (i % 2 == 0 ? trash(ann, id) : restore(ann, id)).expect(200));
    restore(ann, id).expect(200);
    assertThat(count(ann, word)).isEqualTo(2);
    trash(ann, id).expect(200);
    assertThat(count(ann, word)).isEqualTo(1);
  }

  @Test
  void an_emptied_trash_is_gone_for_good_and_what_is_not_in_it_stays() {
    String kept = ann.uploadPhoto();
    String gone = ann.uploadPhoto();
    String others = bob.uploadPhoto();
    trash(ann, gone).expect(200);
    trash(bob, others).expect(200);
    ann.delete("/api/trash").expect(204);
    ann.get("/api/photos/" + gone).expectProblem(404, "not_found");
    restore(ann, gone).expectProblem(404, "not_found");
    ann.get("/api/photos/" + kept).expect(200);
    assertThat(bob.get("/api/trash").all("photo_id")).containsExactly(others);
  }

  @Test
  void a_photo_that_was_long_in_the_trash_is_deleted_for_good() {
    String old = ann.uploadPhoto();
    String recent = ann.uploadPhoto();
    trash(ann, old).expect(200);
    trash(ann, recent).expect(200);
    sql.sql("UPDATE photos SET trashed_at = 1 WHERE photo_id = :id").param("id", old).update();
    trashPurgeJob.work().run();
    assertThat(ann.get("/api/trash").all("photo_id")).containsExactly(recent);
    ann.get("/api/photos/" + old).expectProblem(404, "not_found");
  }

  @Test
  void an_account_takes_its_trash_along() {
    String id = ann.uploadPhoto("audience", "public");
    trash(ann, id).expect(200);
    assertThat(ann.get("/api/account/download").expect(200).text()).contains(id + ".jpg");
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(
            sql.sql("SELECT count(*) FROM photos WHERE photo_id = :id")
                .param("id", id)
                .query(Long.class)
                .single())
        .isZero();
  }
}
