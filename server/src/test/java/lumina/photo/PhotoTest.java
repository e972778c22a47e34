package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.id.TimeOrderedId;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.stores.AtOnce;
import lumina.upload.Remains;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@ServerTest
class PhotoTest {
  @LocalServerPort private int port;
  @Autowired private ListableBeanFactory beans;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  @Test
  void an_edit_changes_what_it_names_and_nothing_else() {
    String id = ann.uploadPhoto("topic", "Sea", "caption", "Calm", "tags", "blue");
    JsonNode edited =
        ann.patch("/api/photos/" + id, Map.of("caption", "Storm", "tags", List.of("grey", "wild")))
            .expect(200)
            .json();
    assertThat(edited.get("caption").asString()).isEqualTo("Storm");
    assertThat(edited.get("topic").asString()).isEqualTo("Sea");
    assertThat(edited.get("tags").toString()).isEqualTo("[\"grey\",\"wild\"]");
    assertThat(edited.get("audience").asString()).isEqualTo("public");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audience | \"everybody\"  | invalid_audience",
        "topic    | \"LONG\"       | too_long",
        "alt      | \"LONG\"       | too_long",
        "tags     | [\"LONG\"]     | too_long",
        "taken_at | -9999999999999 | impossible_date",
        "topic    | {}             | invalid_request"
      })
  void an_edit_of_which_one_field_is_refused_changes_none(String field, String value, String code) {
    String path = "/api/photos/" + ann.uploadPhoto("caption", "Calm", "topic", "Sea");
    String before = ann.get(path).text();
    String edit =
        "{\"caption\": \"Rough\", \"%s\": %s}"
            .formatted(field, value.replace("LONG", "x".repeat(1_001)));
    ann.json("PATCH", path, edit).expectProblem(400, code);
    assertThat(ann.get(path).text()).isEqualTo(before);
    assertThat(bob.get("/api/photos?scope=all&q=rough+" + ann.name()).json()).isEmpty();
  }

  @Test
  void an_edit_takes_tags_as_an_upload_does() {
    String path = "/api/photos/" + ann.uploadPhoto();
    JsonNode edited = ann.patch(path, Map.of("tags", "#Sea, summer")).expect(200).json();
    assertThat(edited.get("tags").toString()).isEqualTo("[\"sea\",\"summer\"]");
  }

  @Test
  void edits_at_once_keep_the_search_true_to_what_the_photo_says() {
    String id = ann.uploadPhoto("caption", "before", "tags", "before");
    String run = id.substring(24);
    AtOnce.times(
        8,
        i ->
            ann.patch(
                    "/api/photos/" + id,
                    Map.of("caption", "word" + run + i, "tags", List.of("tag" + run + i)))
                .expect(200));
    JsonNode photo = ann.get("/api/photos/" + id).json();
    for (int i = 0; i < 8; i++) {
      String caption = "word" + run + i;
      assertThat(ann.get("/api/photos?scope=all&q=" + caption).json().size())
          .isEqualTo(photo.get("caption").asString().equals(caption) ? 1 : 0);
      String tag = "tag" + run + i;
      assertThat(ann.get("/api/photos?scope=all&tag=" + tag).json().size())
          .isEqualTo(photo.get("tags").get(0).asString().equals(tag) ? 1 : 0);
    }
  }

  @Test
  void edits_of_different_fields_at_once_are_all_kept() {
    String id = ann.uploadPhoto();
    List<Map<String, Object>> edits =
        List.of(
            Map.of("caption", "Calm"),
            Map.of("topic", "Sea"),
            Map.of("alt", "Waves"),
            Map.of("tags", List.of("blue")),
            Map.of("audience", "friends"));
    AtOnce.times(edits.size(), i -> ann.patch("/api/photos/" + id, edits.get(i)).expect(200));
    JsonNode photo = ann.get("/api/photos/" + id).json();
    edits.forEach(
        edit ->
            edit.forEach(
                (field, value) ->
                    assertThat(photo.get(field)).isEqualTo(new ObjectMapper().valueToTree(value))));
  }

  @Test
  void a_photo_tells_those_who_cannot_see_it_what_its_owner_says_is_on_it() {
    String id = ann.uploadPhoto("topic", "Sea", "caption", "Calm", "tags", "blue");
    String path = "/api/photos/" + id;
    assertThat(bob.get(path).expect(200).json().get("alt").asString()).isEmpty();

    String seen = "Herons " + TimeOrderedId.at(System.currentTimeMillis());
    ann.patch(path, Map.of("alt", " " + seen + "\n")).expect(200);
    ann.patch(path, Map.of("caption", "Calm at last")).expect(200);
    JsonNode photo = bob.get("/api/photos?scope=profile&user_id=" + ann.id()).json().get(0);
    assertThat(photo.get("alt").asString()).isEqualTo(seen);
    assertThat(photo.get("caption").asString()).isEqualTo("Calm at last");
    assertThat(bob.get("/api/photos?scope=all&q=" + seen.replace(' ', '+')).json().size()).isZero();
    assertThat(ann.patch(path, Map.of("alt", "")).json().get("alt").asString()).isEmpty();
    ann.patch(path, Map.of("alt", "x".repeat(1_000))).expect(200);
    ann.patch(path, Map.of("alt", "x".repeat(1_001))).expectProblem(400, "too_long");
    bob.patch(path, Map.of("alt", "mine now")).expectProblem(403, "not_yours");
  }

  @Test
  void only_the_owner_edits_and_deletes() {
    String id = ann.uploadPhoto();
    bob.patch("/api/photos/" + id, Map.of("caption", "mine now")).expectProblem(403, "not_yours");
    bob.delete("/api/photos/" + id).expectProblem(403, "not_yours");
    ann.get("/api/photos/" + id).expect(200);
  }

  @Test
  void what_somebody_may_not_see_is_not_there_for_them() {
    String id = ann.uploadPhoto("audience", "private");
    String path = "/api/photos/" + id;
    bob.get(path).expectProblem(404, "not_found");
    bob.patch(path, Map.of("caption", "x")).expectProblem(404, "not_found");
    bob.delete(path).expectProblem(404, "not_found");
    bob.put(path + "/like").expectProblem(404, "not_found");
    bob.get(path + "/likes").expectProblem(404, "not_found");
    bob.get(path + "/comments").expectProblem(404, "not_found");
    bob.post(path + "/comments", Map.of("text", "hi")).expectProblem(404, "not_found");
    String never = "/api/photos/0123456789abcdef0123456789abcdef";
    assertThat(withoutRequestId(bob.get(path))).isEqualTo(withoutRequestId(bob.get(never)));
  }

  private static String withoutRequestId(Answer problem) {
    return problem.text().replaceFirst("\"request_id\":\"\\w+\"", "");
  }

  @Test
  void deleting_takes_everything_that_hangs_on_it() throws IOException {
    byte[] located = Exif.inJpeg(Pictures.photo(300, 200), TiffBlock.exif(1));
    Form form = new Form().file("x.jpg", located).field("topic", "Gone").field("tags", "gone");
    String id = ann.upload(form).expect(201).json().get("photo_id").asString();
    bob.put("/api/photos/" + id + "/like").expect(200);
    bob.post("/api/photos/" + id + "/comments", Map.of("text", "nice")).expect(201);
    bob.get("/api/photos/" + id + "/image/full").expect(200);
    Remains remains = new Remains(beans);
    assertThat(remains.tables(id)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(remains.files(id)).hasSize(6); // the original, its stripped original, four sizes

    ann.delete("/api/photos/" + id).expect(200);
    ann.get("/api/photos/" + id).expect(404);
    ann.get("/api/photos/" + id + "/image/thumb").expect(404);
    ann.delete("/api/photos/" + id).expect(404);
    assertThat(remains.files(id)).isEmpty();
    assertThat(remains.tables(id)).isEmpty();
    assertThat(ann.get("/api/topics?q=gone+" + ann.name()).json().size()).isZero();
  }

  @Test
  void a_like_toggles_or_is_said_outright() {
    String like = "/api/photos/" + ann.uploadPhoto() + "/like";
    assertLikes(bob.post(like), 1, true);
    assertLikes(bob.post(like), 0, false);
    bob.put(like);
    assertLikes(bob.put(like), 1, true);
    assertLikes(ann.put(like), 2, true);
    bob.delete(like);
    assertLikes(bob.delete(like), 1, false);
  }

  private static void assertLikes(Answer answer, int likes, boolean liked) {
    JsonNode said = answer.expect(200).json();
    assertThat(said.get("likes").asInt()).isEqualTo(likes);
    assertThat(said.get("liked").asBoolean()).isEqualTo(liked);
  }

  @Test
  void each_of_several_toggles_at_once_counts() {
    String path = "/api/photos/" + bob.uploadPhoto();
    for (int round = 0; round < 5; round++) {
      AtOnce.times(7, i -> ann.post(path + "/like").expect(200));
      assertThat(ann.get(path).json().get("liked").asBoolean()).isEqualTo(round % 2 == 0);
    }
  }

  @Test
  void everyone_sees_who_likes_a_photo_latest_first() {
    String id = ann.uploadPhoto();
    bob.put("/api/photos/" + id + "/like");
    ann.put("/api/photos/" + id + "/like");
    Answer first = bob.get("/api/photos/" + id + "/likes?limit=1").expect(200);
    assertThat(first.all("username")).containsExactly(ann.name());
    assertThat(bob.get(String.valueOf(first.next())).expect(200).all("username"))
        .containsExactly(bob.name());
  }

  @Test
  void likes_are_counted_right_when_many_click_at_once() {
    String like = "/api/photos/" + ann.uploadPhoto() + "/like";
    List<Person> crowd = Stream.generate(() -> Person.signUp(port)).limit(8).toList();
    try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Person person : crowd) {
        for (int i = 0; i < 5; i++) {
          var _ = clicks.submit(() -> person.put(like));
        }
        var _ = clicks.submit(() -> person.post(like).expect(200));
      }
    }
    long likers = ann.get(like.replace("/like", "/likes")).json().size();
    long count = ann.get(like.replace("/like", "")).json().get("likes").asLong();
    assertThat(count).isEqualTo(likers);
  }
}
