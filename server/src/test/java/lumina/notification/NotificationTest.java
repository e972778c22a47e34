package lumina.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.Answer;
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
        .as("one comment is one notification, also if it names the owner")
        .containsExactly("photo_commented", "friend_accepted");
    assertThat(list(ann).get(0).get("text").asString()).startsWith("Look, @");
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
  void a_deleted_comment_leaves_the_notifications_of_everyone_it_was_told_to() {
    Person cem = Person.signUp(port);
    String comments = "/api/photos/" + ann.uploadPhoto() + "/comments";
    Answer said = bob.post(comments, Map.of("text", "rude words @" + cem.name())).expect(201);
    assertThat(list(ann).toString()).contains("rude words");
    assertThat(list(cem).toString()).contains("rude words");
    bob.delete(comments + "/" + said.json().get("comment_id").asString()).expect(204);
    for (Person told : List.of(ann, cem)) {
      assertThat(list(told).size()).isZero();
      assertThat(unread(told)).isZero();
    }
  }

  @Test
  void what_is_taken_back_and_done_again_within_a_day_is_notified_once() {
    String like = "/api/photos/" + ann.uploadPhoto() + "/like";
    for (int i = 0; i < 2; i++) {
      bob.put(like).expect(200);
      Map<String, Object> whom = Map.of("user_id", ann.id());
      long request = bob.post("/api/friends/request", whom).expect(201).json().get("id").asLong();
      assertThat(list(ann).size()).isEqualTo(2);
      assertThat(unread(ann)).isEqualTo(i == 0 ? 2 : 0);
      ann.post("/api/notifications/read").expect(204);
      bob.delete(like).expect(200);
      bob.delete("/api/friends/requests/" + request).expect(204);
      assertThat(list(ann).size()).isZero();
    }
  }

  @Test
  void a_declined_request_leaves_the_notifications() {
    Answer asked = bob.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
    Map<String, Object> no = Map.of("request_id", asked.json().get("id").asLong(), "accept", false);
    ann.post("/api/friends/respond", no).expect(200);
    assertThat(list(ann).size()).isZero();
    assertThat(unread(ann)).isZero();
  }

  @Test
  void an_edited_caption_notifies_only_those_whom_it_names_anew() {
    Person cem = Person.signUp(port);
    String photo = "/api/photos/" + ann.uploadPhoto("caption", "With @" + bob.name());
    bob.post("/api/notifications/read").expect(204);
    ann.patch(photo, Map.of("caption", "With @%s and @%s".formatted(bob.name(), cem.name())));
    assertThat(unread(bob)).isZero();
    assertThat(list(bob).get(0).get("text").asString()).as("as it is now").contains(cem.name());
    assertThat(unread(cem)).isEqualTo(1);
    ann.patch(photo, Map.of("caption", "Alone"));
    assertThat(list(bob).size()).isZero();
  }

  @Test
  void a_like_and_its_notification_agree_whatever_is_clicked_at_once() {
    String like = "/api/photos/" + ann.uploadPhoto() + "/like";
    try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        var _ = clicks.submit(() -> bob.put(like).expect(200));
        var _ = clicks.submit(() -> bob.delete(like).expect(200));
      }
    }
    int likes = ann.get(like.replace("/like", "")).json().get("likes").asInt();
    assertThat(list(ann).size()).isEqualTo(likes);
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
