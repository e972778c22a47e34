package lumina.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class PhotoBatchTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private static Answer change(Person owner, List<String> photos, String field, Object value) {
    return owner.post("/api/photos/batch", Map.of("photo_ids", photos, field, value));
  }

  private JsonNode photo(String id) {
    return ann.get("/api/photos/" + id).expect(200).json();
  }

  @Test
  void one_change_is_made_to_many_photos() {
    List<String> photos = List.of(ann.uploadPhoto("tags", "old"), ann.uploadPhoto());
    long taken = photo(photos.getFirst()).get("taken_at").asLong();
    change(ann, photos, "audience", "friends").expect(200);
    change(ann, photos, "topic", " Sea ").expect(200);
    change(ann, photos, "add_tags", List.of("#Blue", "wild, calm")).expect(200);
    change(ann, photos, "remove_tags", List.of("wild")).expect(200);
    Answer last = change(ann, photos, "taken_shift", -3_600_000);
    assertThat(last.expect(200).json().get("done").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(photos.get(0), photos.get(1)));
    JsonNode first = photo(photos.getFirst());
    assertThat(first.get("audience").asString()).isEqualTo("friends");
    assertThat(first.get("topic").asString()).isEqualTo("Sea");
    assertThat(first.get("tags").toString()).isEqualTo("[\"old\",\"blue\",\"calm\"]");
    assertThat(photo(photos.getLast()).get("tags").toString()).isEqualTo("[\"blue\",\"calm\"]");
    assertThat(first.get("taken_at").asLong()).isEqualTo(taken - 3_600_000);
    bob.get("/api/photos/" + photos.getFirst()).expectProblem(404, "not_found");
  }

  @Test
  void tags_that_are_added_and_removed_at_the_same_time_are_all_changed() {
    String photo = ann.uploadPhoto("tags", "old");
    AtOnce.times(
        8,
        n ->
            n == 0
                ? change(ann, List.of(photo), "remove_tags", List.of("old")).expect(200)
                : change(ann, List.of(photo), "add_tags", List.of("tag" + n)).expect(200));
    assertThat(photo(photo).get("tags").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("tag1", "tag2", "tag3", "tag4", "tag5", "tag6", "tag7");
  }

  @Test
  void photos_go_to_the_trash_and_come_back_together() {
    List<String> photos = List.of(ann.uploadPhoto(), ann.uploadPhoto(), ann.uploadPhoto());
    change(ann, photos, "trash", true).expect(200);
    assertThat(ann.get("/api/trash").all("photo_id")).isEqualTo(photos.reversed());
    change(ann, photos, "restore", true).expect(200);
    assertThat(ann.get("/api/photos?scope=profile").all("photo_id")).isEqualTo(photos.reversed());
  }

  @Test
  void what_cannot_be_changed_is_named_and_the_rest_is_changed() {
    String mine = ann.uploadPhoto();
    String trashed = ann.uploadPhoto();
    String others = bob.uploadPhoto();
    String hidden = bob.uploadPhoto("audience", "private");
    change(ann, List.of(trashed), "trash", true).expect(200);
    JsonNode answer =
        change(ann, List.of(others, hidden, "nothing", trashed, mine, mine), "topic", "Sea")
            .expect(200)
            .json();
    assertThat(answer.get("done").toString()).isEqualTo("[\"%s\"]".formatted(mine));
    assertThat(answer.get("failed").valueStream().map(it -> it.get("id").asString()))
        .containsExactly(others, hidden, "nothing", trashed);
    assertThat(answer.get("failed").valueStream().map(it -> it.get("code").asString()))
        .containsExactly("not_yours", "not_found", "not_found", "in_trash");
    assertThat(photo(mine).get("topic").asString()).isEqualTo("Sea");
    assertThat(bob.get("/api/photos/" + others).json().get("topic").asString()).isEmpty();
  }

  @Test
  void a_date_that_no_photo_can_have_and_a_tag_too_many_fail_alone() {
    String id = ann.uploadPhoto("tags", String.join(",", tags(30)));
    for (Map.Entry<String, Object> change :
        Map.of("add_tags", List.of("one more"), "taken_shift", 9_000_000_000_000_000L).entrySet()) {
      JsonNode answer = change(ann, List.of(id), change.getKey(), change.getValue()).json();
      assertThat(answer.get("done").size()).isZero();
      assertThat(answer.get("failed").get(0).get("code").asString())
          .isIn("too_many_tags", "impossible_date");
    }
    assertThat(photo(id).get("tags").size()).isEqualTo(30);
  }

  private static List<String> tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> "tag" + i).toList();
  }

  @Test
  void a_request_without_photos_or_without_exactly_one_change_is_refused() {
    String id = ann.uploadPhoto();
    change(ann, List.of(), "topic", "Sea").expectProblem(400, "missing_field");
    ann.post("/api/photos/batch", Map.of("topic", "Sea")).expectProblem(400, "missing_field");
    ann.post("/api/photos/batch", Map.of("photo_ids", List.of(id)))
        .expectProblem(400, "one_change");
    ann.post(
            "/api/photos/batch",
            Map.of("photo_ids", List.of(id), "topic", "Sea", "audience", "public"))
        .expectProblem(400, "one_change");
    change(ann, List.of(id), "trash", false).expectProblem(400, "one_change");
    change(ann, List.of(id), "audience", "nobody").expectProblem(400, "invalid_audience");
    change(ann, tags(1_001), "trash", true).expectProblem(400, "too_many_photos");
    assertThat(change(ann, tags(1_000), "trash", true).expect(200).json().get("failed").size())
        .isEqualTo(1_000);
    change(Person.stranger(port), List.of(id), "trash", true).expect(401);
  }
}
