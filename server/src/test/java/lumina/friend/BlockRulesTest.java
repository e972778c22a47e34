package lumina.friend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a block takes away between two friends, and what comes back when it ends. Ann blocks Bob;
/// Cem is a friend of both.
@ServerTest
class BlockRulesTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    ann.befriend(bob);
    cem.befriend(ann);
    cem.befriend(bob);
  }

  private void block() {
    ann.put("/api/blocks/" + bob.id()).expect(204);
  }

  private static Answer showFace(Person person) {
    Form form = new Form().file("me.jpg", Pictures.photo(64, 64));
    return person.send(
        person
            .request("/api/users/profile-picture")
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  private static JsonNode lookUp(Person viewer, Person person) {
    return viewer.get("/api/users/lookup?username=" + person.name()).expect(200).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "thumb"})
  void a_blocked_person_sees_no_face_and_everybody_else_does(String size) {
    String face = "/api/users/%d/profile-picture/%s".formatted(ann.id(), size);
    bob.get(face).expectProblem(404, "not_found");
    showFace(ann).expect(200);
    assertThat(lookUp(bob, ann).get("picture_url").isNull()).isFalse();
    bob.get(face).expect(200);
    block();
    bob.get(face).expectProblem(404, "not_found");
    assertThat(lookUp(bob, ann).get("picture_url").isNull()).isTrue();
    cem.get(face).expect(200);
    ann.get(face).expect(200);
    Person.stranger(port).get(face).expectProblem(401, "not_signed_in");
    ann.get("/api/users/%d/profile-picture/huge".formatted(ann.id())).expect(404);
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    bob.get(face).expect(200);
  }

  @Test
  void a_conversation_stays_readable_and_says_nothing_new_of_the_other() {
    showFace(ann).expect(200);
    Map<String, Object> hello = Map.of("to_user_id", bob.id(), "text", "hello");
    ann.post("/api/messages", hello).expect(201);
    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "hi")).expect(201);
    ann.post("/api/messages/read", Map.of("user_id", bob.id())).expect(200);
    JsonNode before = bob.get("/api/conversations").expect(200).json().get(0);
    assertThat(before.get("picture_url").isNull()).isFalse();
    assertThat(before.get("read_until").asLong()).isPositive();
    block();
    JsonNode after = bob.get("/api/conversations").expect(200).json().get(0);
    assertThat(after.get("username").asString()).isEqualTo(ann.name());
    assertThat(after.get("picture_url").isNull()).isTrue();
    assertThat(after.get("read_until").asLong()).isZero();
    assertThat(after.get("friends").asBoolean()).isFalse();
    for (Person reader : List.of(ann, bob)) {
      Person other = reader.equals(ann) ? bob : ann;
      assertThat(reader.get("/api/messages?user_id=" + other.id()).expect(200).all("text"))
          .containsExactly("hello", "hi");
      reader
          .post("/api/messages", Map.of("to_user_id", other.id(), "text", "again"))
          .expectProblem(403, "not_friends");
    }
    assertThat(ann.get("/api/messages?user_id=" + bob.id()).json()).hasSize(2);
  }

  @Test
  void a_retry_of_what_was_sent_before_the_block_makes_no_second_message() {
    Map<String, Object> draft =
        Map.of("to_user_id", ann.id(), "text", "once", "client_id", "before the block");
    String first = bob.post("/api/messages", draft).expect(201).json().get("message_id").asString();
    block();
    Told told = Told.fromNow(ann);
    Answer again = bob.post("/api/messages", draft).expect(201);
    assertThat(again.json().get("message_id").asString()).isEqualTo(first);
    assertThat(ann.get("/api/messages?user_id=" + bob.id()).json()).hasSize(1);
    assertThat(told.events()).isEmpty();
  }

  @Test
  void the_end_of_a_block_brings_no_friendship_back() {
    block();
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    assertThat(ann.get("/api/blocks").expect(200).json()).isEmpty();
    assertThat(ann.get("/api/friends").all("username")).containsExactly(cem.name());
    assertThat(bob.get("/api/friends").all("username")).containsExactly(cem.name());
    assertThat(lookUp(ann, bob).get("friendship").asString()).isEqualTo("none");
    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "back?"))
        .expectProblem(403, "not_friends");
    ann.befriend(bob);
    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "back")).expect(201);
  }

  @Test
  void a_block_takes_the_own_pending_request_back_and_hides_that_of_the_other() {
    Person dan = Person.signUp(port);
    Person eve = Person.signUp(port);
    Map<String, Object> dans = Map.of("user_id", dan.id());
    ann.post("/api/friends/request", dans).expect(201);
    long fromEve =
        eve.post("/api/friends/request", Map.of("user_id", ann.id()))
            .expect(201)
            .json()
            .get("id")
            .asLong();
    for (Person blocked : List.of(dan, eve)) {
      ann.put("/api/blocks/" + blocked.id()).expect(204);
    }
    assertThat(dan.get("/api/friends/requests").expect(200).json()).isEmpty();
    assertThat(ann.get("/api/friends/requests/sent").expect(200).json()).isEmpty();
    assertThat(ann.get("/api/friends/requests").expect(200).json()).isEmpty();
    Map<String, Object> yes = Map.of("request_id", fromEve, "accept", true);
    ann.post("/api/friends/respond", yes).expectProblem(404, "not_found");
    assertThat(eve.get("/api/friends/requests/sent").all("receiver_username"))
        .as("she is told nowhere")
        .containsExactly(ann.name());
    ann.delete("/api/blocks/" + eve.id()).expect(204);
    ann.post("/api/friends/respond", yes).expect(200);
  }

  @Test
  void neither_is_found_by_the_other_and_both_by_everybody_else() {
    String key = "k" + ann.name().substring(1);
    for (Person person : List.of(ann, bob)) {
      person.patch("/api/account", Map.of("name", key)).expect(200);
    }
    block();
    String search = "/api/users?q=" + key;
    assertThat(ann.get(search).expect(200).all("username")).containsExactly(ann.name());
    assertThat(bob.get(search).expect(200).all("username")).containsExactly(bob.name());
    assertThat(cem.get(search).expect(200).all("username"))
        .containsExactlyInAnyOrder(ann.name(), bob.name());
    assertThat(cem.get("/api/friends").expect(200).all("username"))
        .containsExactlyInAnyOrder(ann.name(), bob.name());
    assertThat(ann.get("/api/friends").json().get(0).get("common_count").asLong()).isZero();
  }

  @Test
  void whoever_is_blocked_cannot_reach_the_other_by_any_write() {
    String photo = "/api/photos/" + ann.uploadPhoto();
    String theirs = "/api/photos/" + cem.uploadPhoto();
    block();
    Told told = Told.fromNow(ann);
    bob.put(photo + "/like").expectProblem(404, "not_found");
    bob.post(photo + "/like").expectProblem(404, "not_found");
    bob.post(photo + "/comments", Map.of("text", "hi")).expectProblem(404, "not_found");
    bob.post(theirs + "/comments", Map.of("text", "hi @" + ann.name())).expect(201);
    bob.uploadPhoto("caption", "with @" + ann.name());
    assertThat(told.events()).isEmpty();
    assertThat(ann.get("/api/notifications/unread").json().get("unread").asInt())
        .isEqualTo(ann.get("/api/notifications").json().size())
        .isZero();
    JsonNode own = ann.get(photo).expect(200).json();
    assertThat(own.get("likes").asInt()).isZero();
    assertThat(own.get("comment_count").asInt()).isZero();
  }
}
