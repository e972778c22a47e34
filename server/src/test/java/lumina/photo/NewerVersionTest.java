package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// During an upgrade an instance of the version before reads words in the database that it does not
/// know.
@ServerTest
class NewerVersionTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  @ParameterizedTest
  @CsvSource({"audience, close friends", "format, JXL", "clean, part", "playback, paused"})
  void a_photo_with_a_word_of_a_newer_version_is_left_out(String column, String word) {
    String newer = upload();
    String known = upload();
    set("photos", column, word, "photo_id", newer);
    bob.put("/api/photos/" + known + "/like").expect(200);

    for (Person person : List.of(ann, bob)) {
      for (String query :
          List.of(
              "scope=home",
              "scope=all&topic=" + ann.name(),
              "scope=all&tag=" + ann.name(),
              "scope=all&q=" + ann.name(),
              "scope=profile&user_id=" + ann.id())) {
        assertThat(person.get("/api/photos?" + query).expect(200).all("photo_id"))
            .as(query)
            .containsExactly(known);
      }
      person.get("/api/photos/" + newer).expect(404);
      person.get("/api/photos/" + newer + "/image/thumb").expect(404);
      person.get("/api/topics?q=" + ann.name()).expect(200);
    }
  }

  private String upload() {
    return ann.uploadPhoto("topic", ann.name(), "tags", ann.name(), "caption", ann.name());
  }

  @Test
  void a_notification_of_a_newer_kind_is_left_out() {
    String photo = ann.uploadPhoto();
    String comment =
        bob.post("/api/photos/" + photo + "/comments", Map.of("text", "Nice"))
            .expect(201)
            .json()
            .get("comment_id")
            .asString();
    ann.post("/api/notifications/read").expect(204);
    bob.put("/api/photos/" + photo + "/like").expect(200);
    sql.sql("UPDATE notifications SET kind = 'photo_framed', seen = 0 WHERE comment_id = :comment")
        .param("comment", comment)
        .update();

    assertThat(ann.get("/api/notifications").expect(200).all("kind"))
        .containsExactly("photo_liked", "friend_accepted");
    assertThat(ann.get("/api/notifications/unread").expect(200).json().get("unread").asInt())
        .isEqualTo(1);
    bob.delete("/api/photos/" + photo + "/comments/" + comment).expect(204);
  }

  @Test
  void a_usual_audience_of_a_newer_version_is_private_and_is_kept() {
    set("users", "default_audience", "close friends", "id", ann.id());

    assertThat(usualAudience()).isEqualTo("private");
    bob.get("/api/photos/" + ann.uploadPhoto()).expect(404);
    ann.patch("/api/account", Map.of("name", "Ann")).expect(200);
    assertThat(
            sql.sql("SELECT default_audience FROM users WHERE id = :id")
                .param("id", ann.id())
                .query(String.class)
                .single())
        .isEqualTo("close friends");
    ann.patch("/api/account", Map.of("default_audience", "friends")).expect(200);
    assertThat(usualAudience()).isEqualTo("friends");
  }

  private String usualAudience() {
    return ann.get("/api/auth/me").expect(200).json().get("default_audience").asString();
  }

  private void set(String table, String column, String word, String key, Object row) {
    sql.sql("UPDATE %s SET %s = :word WHERE %s = :row".formatted(table, column, key))
        .param("word", word)
        .param("row", row)
        .update();
  }
}
