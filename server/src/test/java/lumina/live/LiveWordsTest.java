package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Events contain what their recipient may see at the moment they are sent.
@ServerTest
@Timeout(180)
class LiveWordsTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    ann.befriend(bob);
  }

  private static String write(Person from, Person to, String text) {
    Map<String, Object> draft = Map.of("to_user_id", to.id(), "text", text);
    return from.post("/api/messages", draft).expect(201).json().get("message_id").asString();
  }

  private static String say(Person who, String photo, String text) {
    Answer said = who.post("/api/photos/" + photo + "/comments", Map.of("text", text)).expect(201);
    return said.json().get("comment_id").asString();
  }

  private static Listener watching(Person person, String photo) {
    Listener socket = Listener.of(person);
    socket.send("{\"type\":\"watch\",\"photo_id\":\"%s\"}".formatted(photo));
    socket.send("{\"type\":\"ping\"}");
    socket.next("pong");
    return socket;
  }

  @Test
  void who_comes_back_does_not_get_a_message_that_was_taken_back() {
    Told told = Told.fromNow(bob);
    String id = write(ann, bob, "oops, secret");
    ann.delete("/api/messages/" + id).expect(204);
    try (Listener back = Listener.of(bob, "?after=" + told.since())) {
      assertThat(back.nextOfAny().get("type").asString()).isEqualTo("message_deleted");
    }
    assertThat(told.events().toString()).doesNotContain("secret");
    assertThat(bob.get("/api/conversations/unread").json().get("unread").asInt()).isZero();
  }

  @Test
  void a_message_taken_back_leaves_the_others_unread() {
    String first = write(ann, bob, "one");
    write(ann, bob, "two");
    String last = write(ann, bob, "three");
    bob.post("/api/messages/read", Map.of("user_id", ann.id(), "message_id", first)).expect(200);
    ann.delete("/api/messages/" + last).expect(204);
    ann.delete("/api/messages/" + last).expect(204);
    ann.delete("/api/messages/" + first).expect(204);
    JsonNode conversation = bob.get("/api/conversations").json().get(0);
    assertThat(conversation.get("unread").asInt()).isEqualTo(1);
  }

  @Test
  void nothing_of_a_deleted_comment_photo_or_account_is_sent_any_more() {
    String photo = ann.uploadPhoto();
    String gone = ann.uploadPhoto();
    Told told = Told.fromNow(ann);
    String rude = say(cem, photo, "rude words");
    say(bob, photo, "before I left");
    bob.put("/api/photos/" + photo + "/like").expect(200);
    say(cem, gone, "under a photo that goes");
    write(bob, ann, "farewell");
    cem.delete("/api/photos/" + photo + "/comments/" + rude).expect(204);
    ann.delete("/api/photos/" + gone).expect(200);
    bob.json("DELETE", "/api/account", "{\"password\":\"" + Person.PASSWORD + "\"}").expect(204);
    assertThat(told.types()).containsOnly("comment_removed");
    assertThat(told.events().toString())
        .doesNotContain("rude", "left", "goes", "farewell", bob.name());
  }

  @Test
  void the_log_itself_holds_no_words_and_no_names() {
    String photo = ann.uploadPhoto();
    say(bob, photo, "quoted words");
    bob.put("/api/photos/" + photo + "/like").expect(200);
    write(bob, ann, "written words");
    cem.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
    String log =
        String.join(
            "\n",
            sql.sql("SELECT data FROM events WHERE user_id = :ann")
                .param("ann", ann.id())
                .query(String.class)
                .list());
    assertThat(log).contains(photo).doesNotContain("words", bob.name(), cem.name());
  }

  @Test
  void whoever_has_a_photo_open_hears_what_is_said_and_what_is_removed() {
    String photo = ann.uploadPhoto();
    try (Listener open = watching(cem, photo)) {
      String comment = say(bob, photo, "hello");
      JsonNode said = open.next("photo_commented").get("data");
      assertThat(said.get("comment").get("text").asString()).isEqualTo("hello");
      assertThat(said.get("comment_count").asInt()).isEqualTo(1);
      ann.delete("/api/photos/" + photo + "/comments/" + comment).expect(204);
      JsonNode removed = open.next("comment_removed").get("data");
      assertThat(removed.get("comment_id").asString()).isEqualTo(comment);
      assertThat(removed.get("comment_count").asInt()).isZero();
    }
  }

  @Test
  void nothing_crosses_a_block_through_the_photo_of_a_third_person() {
    String photo = ann.uploadPhoto();
    bob.put("/api/blocks/" + cem.id()).expect(204);
    try (Listener blocking = watching(bob, photo);
        Listener blocked = watching(cem, photo)) {
      for (Person person : List.of(bob, cem)) {
        say(person, photo, "by " + person.name());
        person.put("/api/photos/" + photo + "/like").expect(200);
        say(ann, photo, "by the owner");
      }
      assertThat(untilTheOwnerSpokeTwice(blocking)).doesNotContain(cem.name());
      assertThat(untilTheOwnerSpokeTwice(blocked)).doesNotContain(bob.name());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_block_keeps_back_even_that_there_is_something(boolean blocking) {
    String photo = ann.uploadPhoto();
    (blocking ? bob : cem).put("/api/blocks/" + (blocking ? cem : bob).id()).expect(204);
    try (Listener open = Listener.of(bob)) {
      String comment = say(cem, photo, "look, @" + bob.name());
      cem.delete("/api/photos/" + photo + "/comments/" + comment).expect(204);
      String own = "/api/photos/" + cem.uploadPhoto("caption", "with @" + bob.name());
      cem.patch(own, Map.of("caption", "alone")).expect(200);
      say(ann, photo, "hello, @" + bob.name());
      assertThat(open.next("notification").get("data").get("unread").asInt()).isEqualTo(1);
    }
  }

  private static String untilTheOwnerSpokeTwice(Listener socket) {
    StringBuilder heard = new StringBuilder();
    for (int times = 0; times < 2; ) {
      String event = socket.nextOfAny().toString();
      heard.append(event);
      times += event.contains("by the owner") ? 1 : 0;
    }
    return heard.toString();
  }

  @Test
  void a_blocked_person_neither_reads_nor_writes_where_the_other_sees_it() {
    String message = write(ann, bob, "before the block");
    ann.put("/api/blocks/" + bob.id()).expect(204);
    Told told = Told.fromNow(ann);
    try (Listener blocking = Listener.of(ann);
        Listener typing = Listener.of(bob)) {
      bob.post("/api/messages/read", Map.of("user_id", ann.id(), "message_id", message))
          .expect(200);
      typing.send("{\"type\":\"typing\",\"to_user_id\":%d}".formatted(ann.id()));
      typing.send("{\"type\":\"ping\"}");
      typing.next("pong");
      blocking.send("{\"type\":\"ping\"}");
      assertThat(blocking.nextOfAny().get("type").asString()).isEqualTo("pong");
    }
    assertThat(told.types()).isEmpty();
    JsonNode conversation = ann.get("/api/conversations").json().get(0);
    assertThat(conversation.get("read_until").asLong()).isZero();
  }

  @Test
  void a_request_that_is_withdrawn_or_declined_leaves_every_open_page() {
    Map<String, Object> whom = Map.of("user_id", ann.id());
    try (Listener asked = Listener.of(ann);
        Listener asker = Listener.of(cem)) {
      for (boolean withdrawn : List.of(true, false)) {
        long id = cem.post("/api/friends/request", whom).expect(201).json().get("id").asLong();
        assertThat(asked.next("friend_request").get("data").get("id").asLong()).isEqualTo(id);
        if (withdrawn) {
          cem.delete("/api/friends/requests/" + id).expect(204);
        } else {
          Map<String, Object> no = Map.of("request_id", id, "accept", false);
          ann.post("/api/friends/respond", no).expect(200);
        }
        for (Listener page : List.of(asked, asker)) {
          JsonNode removed = page.next("friend_request_removed").get("data");
          assertThat(removed.get("id").asLong()).isEqualTo(id);
        }
      }
    }
  }

  @Test
  void messages_and_comments_are_told_in_the_order_in_which_they_are_listed() {
    String photo = ann.uploadPhoto();
    Told told = Told.fromNow(ann);
    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 20; i++) {
        var _ = writers.submit(() -> write(ann, bob, "to bob"));
        var _ = writers.submit(() -> write(bob, ann, "to ann"));
        var _ = writers.submit(() -> say(cem, photo, "said"));
      }
    }
    List<String> messages = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    told.events()
        .forEach(
            event -> {
              JsonNode data = event.get("data");
              if (data.has("message_id")) {
                messages.add(data.get("message_id").asString());
              } else {
                comments.add(data.get("comment").get("comment_id").asString());
              }
            });
    assertThat(messages)
        .hasSize(40)
        .isEqualTo(ann.get("/api/messages?user_id=" + bob.id()).all("message_id"));
    assertThat(comments)
        .hasSize(20)
        .isEqualTo(ann.get("/api/photos/" + photo + "/comments").all("comment_id"));
  }
}
