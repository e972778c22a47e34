package lumina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class CommentTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";
  private String comments = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    photo = "/api/photos/" + ann.uploadPhoto();
    comments = photo + "/comments";
  }

  private String say(Person person, String text) {
    Answer said = person.post(comments, Map.of("text", text)).expect(201);
    return said.json().get("comment_id").asString();
  }

  @Test
  void a_comment_has_an_author_a_time_and_a_place() {
    JsonNode said = bob.post(comments, Map.of("text", "  Lovely 🌊  ")).expect(201).json();
    assertThat(said.get("text").asString()).isEqualTo("Lovely 🌊");
    assertThat(said.get("username").asString()).isEqualTo(bob.name());
    assertThat(said.get("photo_id").asString()).isEqualTo(photo.substring(photo.length() - 32));
    assertThat(said.get("created_at").asLong()).isPositive();
    assertThat(ann.get(comments).json().get(0)).isEqualTo(said);
  }

  @Test
  void no_two_comments_of_a_photo_have_the_same_time_even_if_they_are_said_at_once() {
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        people.execute(() -> say(bob, "now"));
      }
    }
    assertThat(ann.get(comments).json().valueStream().map(it -> it.get("created_at").asLong()))
        .hasSize(24)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void comments_are_read_oldest_first_page_by_page() {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      said.add(say(bob, "number " + i));
    }
    List<String> read = new ArrayList<>();
    String next = comments + "?limit=2";
    while (next != null) {
      Answer page = ann.get(next).expect(200);
      read.addAll(page.all("comment_id"));
      next = page.next();
    }
    assertThat(read).isEqualTo(said);
  }

  @Test
  void a_photo_knows_its_count_and_its_newest_comment() {
    say(bob, "first");
    String second = say(bob, "second");
    JsonNode shown = ann.get(photo).json();
    assertThat(shown.get("comment_count").asInt()).isEqualTo(2);
    assertThat(shown.get("latest_comment").get("text").asString()).isEqualTo("second");
    bob.delete(comments + "/" + second).expect(204);
    shown = ann.get(photo).json();
    assertThat(shown.get("comment_count").asInt()).isEqualTo(1);
    assertThat(shown.get("latest_comment").get("text").asString()).isEqualTo("first");
  }

  @Test
  void its_author_or_the_owner_of_the_photo_deletes_it() {
    String byBob = say(bob, "mine");
    String alsoByBob = say(bob, "mine too");
    String byAnn = say(ann, "thanks");
    bob.delete(comments + "/" + byBob).expect(204);
    ann.delete(comments + "/" + alsoByBob).expect(204);
    bob.delete(comments + "/" + byAnn).expectProblem(403, "not_yours");
    bob.delete(comments + "/" + byBob).expectProblem(404, "not_found");
    Person.signUp(port).delete(comments + "/" + byAnn).expectProblem(403, "not_yours");
  }

  @Test
  void a_comment_sent_again_with_the_same_client_id_stays_one() throws Exception {
    Map<String, Object> draft = Map.of("text", "once", "client_id", "phone/17");
    Told told = Told.fromNow(ann);
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService retries = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        answers.add(retries.submit(() -> bob.post(comments, draft)));
      }
    }
    Set<JsonNode> said = new HashSet<>();
    for (Future<Answer> answer : answers) {
      said.add(answer.get().expect(201).json());
    }
    assertThat(said).hasSize(1);
    assertThat(ann.get(comments).all("text")).containsExactly("once");
    assertThat(ann.get(photo).json().get("comment_count").asInt()).isEqualTo(1);
    assertThat(told.events()).hasSize(1);
  }

  @Test
  void the_same_client_id_of_another_person_or_under_another_photo_is_no_repeat() {
    Map<String, Object> draft = Map.of("text", "said", "client_id", "1");
    String elsewhere = "/api/photos/" + ann.uploadPhoto() + "/comments";
    bob.post(comments, draft).expect(201);
    ann.post(comments, draft).expect(201);
    bob.post(elsewhere, draft).expect(201);
    assertThat(ann.get(comments).json().size()).isEqualTo(2);
    assertThat(ann.get(elsewhere).json().size()).isEqualTo(1);
    bob.post(comments, Map.of("text", "x", "client_id", "x".repeat(101)))
        .expectProblem(400, "too_long");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_deleted_comment_sent_again_does_not_come_back(boolean byItsAuthor) {
    Map<String, Object> draft = Map.of("text", "take this", "client_id", "phone/18");
    JsonNode said = bob.post(comments, draft).expect(201).json();
    String id = said.get("comment_id").asString();
    (byItsAuthor ? bob : ann).delete(comments + "/" + id).expect(204);
    Told told = Told.fromNow(ann);
    for (int i = 0; i < 2; i++) {
      JsonNode again = bob.post(comments, draft).expect(201).json();
      assertThat(again.get("comment_id")).isEqualTo(said.get("comment_id"));
      assertThat(again.get("created_at")).isEqualTo(said.get("created_at"));
      assertThat(again.get("text").asString()).isEmpty();
      assertThat(again.get("deleted").asBoolean()).isTrue();
    }
    assertThat(ann.get(comments).json()).isEmpty();
    assertThat(ann.get(photo).json().get("comment_count").asInt()).isZero();
    assertThat(told.events()).isEmpty();
    bob.delete(comments + "/" + id).expectProblem(404, "not_found");
    bob.post(comments, Map.of("text", "again", "client_id", "phone/19")).expect(201);
    assertThat(ann.get(comments).all("text")).containsExactly("again");
  }

  @Test
  void whoever_leaves_takes_every_comment_along_also_deleted_ones() {
    for (String clientId : List.of("a", "b")) {
      JsonNode said =
          bob.post(comments, Map.of("text", clientId, "client_id", clientId)).expect(201).json();
      if (clientId.equals("a")) {
        bob.delete(comments + "/" + said.get("comment_id").asString()).expect(204);
      }
    }
    bob.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(ann.get(comments).json()).isEmpty();
    assertThat(ann.get(photo).json().get("comment_count").asInt()).isZero();
  }

  @Test
  void an_empty_or_endless_comment_is_refused() {
    bob.post(comments, Map.of("text", "  \n ")).expectProblem(400, "missing_field");
    bob.post(comments, Map.of()).expectProblem(400, "missing_field");
    bob.post(comments, Map.of("text", "x".repeat(2_001))).expectProblem(400, "too_long");
    bob.post(comments, Map.of("text", "x".repeat(2_000))).expect(201);
  }
}
