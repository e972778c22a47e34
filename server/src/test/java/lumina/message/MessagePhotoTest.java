package lumina.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Listener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Pictures that are sent in messages.
@ServerTest
class MessagePhotoTest {
  private static final List<String> ADDRESSES =
      List.of(
          "",
          "/comments",
          "/likes",
          "/image/thumb",
          "/image/small",
          "/image/medium",
          "/image/large",
          "/image/full");

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person friend = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void uploadForBob() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    friend = Person.signUp(port);
    bob.befriend(ann);
    friend.befriend(ann);
    friend.befriend(bob);
    photo = ann.uploadPhoto("audience", "private", "caption", "ourcaption");
  }

  private String send(Person from, Person to) {
    Map<String, Object> message =
        Map.of("to_user_id", to.id(), "photo_id", photo, "show_photo", true);
    return from.post("/api/messages", message).expect(201).json().get("message_id").asString();
  }

  private boolean opens(Person viewer, String rest) {
    return viewer.get("/api/photos/" + photo + rest).status() == 200;
  }

  private void opens(Person viewer, boolean expected) {
    ADDRESSES.forEach(rest -> assertThat(opens(viewer, rest)).as(rest).isEqualTo(expected));
  }

  @Test
  void a_message_opens_a_photo_for_its_reader_alone_and_shows_it_in_no_list() {
    var _ = send(ann, bob);
    opens(bob, true);
    assertThat(bob.get("/api/messages?user_id=" + ann.id()).expect(200).all("photo_id"))
        .containsExactly(photo);
    for (String list : List.of("home", "all", "all&q=ourcaption", "profile&user_id=" + ann.id())) {
      assertThat(bob.get("/api/photos?scope=" + list).expect(200).all("photo_id"))
          .as(list)
          .doesNotContain(photo);
    }
    var _ = send(bob, friend); // only its owner can show it
    opens(friend, false);
    opens(Person.signUp(port), false);
  }

  @Test
  void it_opens_as_long_as_a_message_exists_and_neither_trash_nor_block_hides_it() {
    String first = send(ann, bob);
    String second = send(ann, bob);
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    opens(bob, false);
    ann.post("/api/photos/" + photo + "/restore").expect(200);
    ann.delete("/api/messages/" + first).expect(204);
    opens(bob, true);
    ann.delete("/api/messages/" + second).expect(204);
    opens(bob, false);

    var _ = send(ann, bob);
    opens(bob, true);
    bob.put("/api/blocks/" + ann.id()).expect(204);
    opens(bob, false);
  }

  @Test
  void an_event_says_of_a_photo_what_the_list_says_to_the_same_reader() {
    photo = ann.uploadPhoto("audience", "friends");
    try (Listener socket = Listener.of(bob)) {
      var _ = send(friend, bob);
      JsonNode shown = socket.next("message").get("data");
      assertThat(shown).isEqualTo(newest(bob, friend));
      assertThat(shown.at("/photo/photo_id").asString()).isEqualTo(photo);

      bob.put("/api/blocks/" + ann.id()).expect(204);
      var _ = send(friend, bob);
      JsonNode gone = socket.next("message").get("data");
      assertThat(gone).isEqualTo(newest(bob, friend));
      assertThat(gone.get("photo_gone").asBoolean()).isTrue();
      assertThat(gone.toString()).doesNotContain(photo);
    }
  }

  private static JsonNode newest(Person reader, Person other) {
    return reader
        .get("/api/messages?user_id=" + other.id())
        .expect(200)
        .json()
        .valueStream()
        .toList()
        .getLast();
  }

  @Test
  void a_message_that_is_sent_again_while_it_is_deleted_opens_nothing() throws Exception {
    for (int round = 0; round < 8; round++) {
      Map<String, Object> message =
          Map.of(
              "to_user_id",
              bob.id(),
              "photo_id",
              photo,
              "show_photo",
              true,
              "client_id",
              "c" + round);
      String id =
          ann.post("/api/messages", message).expect(201).json().get("message_id").asString();
      try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int repeat = 0; repeat < 4; repeat++) {
          devices.execute(() -> ann.post("/api/messages", message));
        }
        devices.execute(() -> ann.delete("/api/messages/" + id));
      }
      assertThat(opens(bob, "/image/large")).as("round %d", round).isFalse();
    }
  }
}
