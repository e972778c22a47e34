package lumina.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class NotificationTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private JsonNode list(Person person) {
    return person.get("/api/notifications").expect(200).json();
  }

  private long unread(Person person) {
    return person.get("/api/notifications/unread").expect(200).json().get("unread").asLong();
  }

  @Test
  void likes_of_one_photo_are_told_as_one() {
    String photo = ann.uploadPhoto();
    Person cem = Person.signUp(port);
    ann.put("/api/photos/" + photo + "/like");
    bob.put("/api/photos/" + photo + "/like");
    cem.put("/api/photos/" + photo + "/like");
    JsonNode likes = list(ann);
    assertThat(likes.size()).isEqualTo(1);
    assertThat(likes.get(0).get("kind").asString()).isEqualTo("photo_liked");
    assertThat(likes.get(0).get("count").asInt()).isEqualTo(2);
    assertThat(likes.get(0).get("actors").get(0).get("username").asString()).isEqualTo(cem.name());
    assertThat(likes.get(0).get("photo_id").asString()).isEqualTo(photo);
    assertThat(unread(ann)).isEqualTo(1);

    ann.post("/api/notifications/read").expect(204);
    assertThat(unread(ann)).isZero();
    bob.delete("/api/photos/" + photo + "/like");
    cem.delete("/api/photos/" + photo + "/like");
    assertThat(list(ann).size()).isZero();
  }

  @Test
  void requests_answers_comments_and_mentions_are_told() {
    ann.befriend(bob);
    assertThat(list(ann).get(0).get("kind").asString()).isEqualTo("friend_accepted");
    String photo = ann.uploadPhoto();
    bob.post("/api/photos/" + photo + "/comments", Map.of("text", "Look, @" + ann.name() + "!"));
    assertThat(list(ann).valueStream().map(n -> n.get("kind").asString()))
        .containsExactly("mention", "photo_commented", "friend_accepted");
    assertThat(list(ann).get(1).get("text").asString()).startsWith("Look, @");
    ann.uploadPhoto("caption", "With @" + bob.name() + ".");
    assertThat(list(bob).get(0).get("kind").asString()).isEqualTo("mention");
  }

  @Test
  void a_mention_where_somebody_may_not_look_is_not_told() {
    String photo = ann.uploadPhoto("audience", "private", "caption", "@" + bob.name());
    assertThat(list(bob).size()).isZero();
    ann.patch("/api/photos/" + photo, Map.of("audience", "public", "caption", "hi @" + bob.name()));
    assertThat(list(bob).size()).isEqualTo(1);
    ann.patch("/api/photos/" + photo, Map.of("audience", "private"));
    assertThat(list(bob).size()).isZero();
    assertThat(unread(bob)).isZero();
  }

  @Test
  void a_deleted_photo_and_a_blocked_person_leave_no_trace() {
    String photo = ann.uploadPhoto();
    bob.put("/api/photos/" + photo + "/like");
    ann.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(list(ann).size()).isZero();
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    assertThat(list(ann).size()).isEqualTo(1);
    ann.delete("/api/photos/" + photo).expect(200);
    assertThat(list(ann).size()).isZero();
  }
}
