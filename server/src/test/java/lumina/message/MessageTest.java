package lumina.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class MessageTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static Answer write(Person from, Person to, String text) {
    return from.post("/api/messages", Map.of("to_user_id", to.id(), "text", text));
  }

  private static Answer read(Person reader, Person other, String more) {
    return reader.get("/api/messages?user_id=" + other.id() + more);
  }

  @Test
  void friends_read_what_they_wrote_oldest_first() {
    JsonNode sent = write(ann, bob, "Hello 👋 https://x.example").expect(201).json();
    write(bob, ann, "Hi").expect(201);
    assertThat(sent.get("from_username").asString()).isEqualTo(ann.name());
    assertThat(sent.get("to_user_id").asLong()).isEqualTo(bob.id());
    assertThat(sent.get("timestamp").asLong()).isPositive();
    for (Person reader : List.of(ann, bob)) {
      Person other = reader.equals(ann) ? bob : ann;
      assertThat(read(reader, other, "").expect(200).all("text"))
          .containsExactly("Hello 👋 https://x.example", "Hi");
    }
  }

  @Test
  void no_two_messages_of_a_conversation_have_the_same_time_even_if_they_are_sent_at_once() {
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 12; i++) {
        people.execute(() -> write(ann, bob, "now").expect(201));
        people.execute(() -> write(bob, ann, "now").expect(201));
      }
    }
    assertThat(read(ann, bob, "").json().valueStream().map(it -> it.get("timestamp").asLong()))
        .hasSize(24)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void pages_walk_from_the_oldest_on() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sent.add(
          write(i % 2 == 0 ? ann : bob, i % 2 == 0 ? bob : ann, "m" + i)
              .expect(201)
              .json()
              .get("message_id")
              .asString());
    }
    String all = "/api/messages?limit=2&user_id=" + bob.id();
    assertThat(walk(all)).isEqualTo(sent);
    assertThat(walk(all + "&after=" + sent.get(1))).isEqualTo(sent.subList(2, 5));
    assertThat(read(ann, bob, "&limit=2&before=" + sent.get(4)).all("text"))
        .containsExactly("m2", "m3");
    assertThat(read(ann, bob, "&after=" + sent.get(2)).all("text")).containsExactly("m3", "m4");
  }

  private List<String> walk(String path) {
    List<String> walked = new ArrayList<>();
    String next = path;
    while (next != null) {
      Answer page = ann.get(next).expect(200);
      walked.addAll(page.all("message_id"));
      next = page.next();
    }
    return walked;
  }

  @Test
  void who_asks_every_few_seconds_gets_what_is_newer_than_a_time() {
    long before = write(ann, bob, "old").expect(201).json().get("timestamp").asLong();
    assertThat(read(bob, ann, "&after=" + before).all("text")).isEmpty();
    assertThat(read(bob, ann, "&after=" + (before - 1)).all("text")).containsExactly("old");
  }

  @Test
  void what_cannot_be_sent_is_refused() {
    Person stranger = Person.signUp(port);
    write(ann, stranger, "hey").expectProblem(403, "not_friends");
    write(ann, ann, "me").expectProblem(400, "to_yourself");
    write(ann, bob, " \n").expectProblem(400, "missing_field");
    write(ann, bob, "x".repeat(4_001)).expectProblem(400, "too_long");
    write(ann, bob, "x".repeat(4_000)).expect(201);
    ann.post("/api/messages", Map.of("to_user_id", 999_999_999, "text", "x"))
        .expectProblem(404, "not_found");
    ann.post("/api/messages", Map.of("text", "x")).expectProblem(400, "missing_field");
    read(ann, stranger, "").expectProblem(403, "not_friends");
    read(ann, ann, "").expectProblem(400, "to_yourself");
    ann.get("/api/messages").expect(400);
    ann.get("/api/messages?user_id=999999999").expectProblem(404, "not_found");
  }

  @Test
  void a_cursor_of_another_conversation_or_person_is_refused() {
    Person cem = Person.signUp(port);
    ann.befriend(cem);
    for (int i = 0; i < 3; i++) {
      write(ann, bob, "m" + i).expect(201);
    }
    String next = String.valueOf(read(ann, bob, "&limit=1").next());
    ann.get(next.replace("user_id=" + bob.id(), "user_id=" + cem.id()))
        .expectProblem(400, "invalid_cursor");
    String foreign = read(ann, bob, "").json().get(0).get("message_id").asString();
    read(cem, ann, "&after=" + foreign).expectProblem(400, "invalid_cursor");
  }

  @Test
  void a_message_sent_again_with_the_same_client_id_stays_one() throws Exception {
    Map<String, Object> draft =
        Map.of("to_user_id", bob.id(), "text", "once", "client_id", "device-1/17");
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService retries = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        answers.add(retries.submit(() -> ann.post("/api/messages", draft)));
      }
    }
    List<String> ids = new ArrayList<>();
    for (Future<Answer> answer : answers) {
      ids.add(answer.get().expect(201).json().get("message_id").asString());
    }
    assertThat(ids).containsOnly(ids.getFirst());
    assertThat(read(bob, ann, "").all("text")).containsExactly("once");
    assertThat(unread(bob)).isEqualTo(1);
  }

  @Test
  void the_same_client_id_to_another_person_is_no_repeat() {
    Person cem = Person.signUp(port);
    ann.befriend(cem);
    for (Person to : List.of(bob, cem, cem)) {
      ann.post("/api/messages", Map.of("to_user_id", to.id(), "text", "hi", "client_id", "1"))
          .expect(201);
    }
    assertThat(read(bob, ann, "").all("text")).containsExactly("hi");
    assertThat(read(cem, ann, "").all("text")).containsExactly("hi");
  }

  @Test
  void how_far_somebody_has_read_never_goes_back() {
    String first = write(bob, ann, "one").expect(201).json().get("message_id").asString();
    JsonNode second = write(bob, ann, "two").expect(201).json();
    ann.post("/api/messages/read", Map.of("user_id", bob.id())).expect(200);
    ann.post("/api/messages/read", Map.of("user_id", bob.id(), "message_id", first)).expect(200);
    assertThat(unread(ann)).isZero();
    assertThat(bob.get("/api/conversations").json().get(0).get("read_until").asLong())
        .isEqualTo(second.get("timestamp").asLong());
  }

  private long unread(Person person) {
    return person.get("/api/conversations").json().get(0).get("unread").asLong();
  }

  @Test
  void conversations_are_listed_with_their_last_message_and_what_is_unread() {
    Person cem = Person.signUp(port);
    ann.befriend(cem);
    write(bob, ann, "one").expect(201);
    write(bob, ann, "two").expect(201);
    write(cem, ann, "three").expect(201);
    JsonNode list = ann.get("/api/conversations").expect(200).json();
    assertThat(list.get(0).get("username").asString()).isEqualTo(cem.name());
    assertThat(list.get(1).get("last_message").get("text").asString()).isEqualTo("two");
    assertThat(list.get(1).get("unread").asInt()).isEqualTo(2);
    assertThat(ann.get("/api/conversations/unread").json().get("unread").asInt()).isEqualTo(2);

    ann.post("/api/messages/read", Map.of("user_id", bob.id())).expect(200);
    assertThat(ann.get("/api/conversations/unread").json().get("unread").asInt()).isEqualTo(1);
    long readUntil = bob.get("/api/conversations").json().get(0).get("read_until").asLong();
    assertThat(readUntil).isEqualTo(list.get(1).get("last_message").get("timestamp").asLong());
  }

  @Test
  void what_was_said_stays_readable_after_the_friendship_ended() {
    write(ann, bob, "before").expect(201);
    bob.delete("/api/friends/" + ann.id()).expect(204);
    write(ann, bob, "after").expectProblem(403, "not_friends");
    assertThat(read(ann, bob, "").expect(200).all("text")).containsExactly("before");
    assertThat(ann.get("/api/conversations").json().get(0).get("friends").asBoolean()).isFalse();
  }

  @Test
  void only_its_author_deletes_a_message_and_then_it_is_empty_for_both() {
    String id = write(ann, bob, "oops").expect(201).json().get("message_id").asString();
    bob.delete("/api/messages/" + id).expectProblem(403, "not_yours");
    Person.signUp(port).delete("/api/messages/" + id).expectProblem(404, "not_found");
    ann.delete("/api/messages/" + id).expect(204);
    JsonNode seen = read(bob, ann, "").json().get(0);
    assertThat(seen.get("deleted").asBoolean()).isTrue();
    assertThat(seen.get("text").asString()).isEmpty();
  }

  @Test
  void an_attached_photo_is_shown_only_as_long_as_its_reader_may_see_it() {
    String photo = ann.uploadPhoto("audience", "friends");
    Map<String, Object> draft = new HashMap<>(Map.of("to_user_id", bob.id(), "photo_id", photo));
    ann.post("/api/messages", draft).expect(201);
    JsonNode seen = read(bob, ann, "").json().get(0);
    assertThat(seen.get("photo").get("photo_id").asString()).isEqualTo(photo);

    ann.patch("/api/photos/" + photo, Map.of("audience", "private")).expect(200);
    seen = read(bob, ann, "").json().get(0);
    assertThat(seen.get("photo").isNull()).isTrue();
    assertThat(seen.get("photo_gone").asBoolean()).isTrue();
    assertThat(seen.toString()).doesNotContain(photo);

    draft.put("to_user_id", ann.id());
    bob.post("/api/messages", draft).expectProblem(404, "not_found");
  }
}
