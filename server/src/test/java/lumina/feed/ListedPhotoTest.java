package lumina.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A list is asked for after each change, so that it would show what is remembered.
@ServerTest
class ListedPhotoTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";
  private String other = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    other = "/api/photos/" + ann.uploadPhoto();
    photo = "/api/photos/" + ann.uploadPhoto();
  }

  /// Compares what a list says of both photos.
  private void assertListed(String newest, String before) {
    JsonNode list = bob.get("/api/photos?scope=profile&user_id=" + ann.id()).expect(200).json();
    assertThat(list.valueStream().map(ListedPhotoTest::said)).containsExactly(newest, before);
  }

  private static String said(JsonNode of) {
    return "%d likes, mine %s, %d comments, last %s, %s"
        .formatted(
            of.get("likes").asInt(),
            of.get("reaction").asString("none"),
            of.get("comment_count").asInt(),
            of.at("/latest_comment/text").asString("none"),
            of.get("caption").asString());
  }

  @Test
  void a_list_says_at_once_what_was_said_of_one_of_its_photos() {
    String untouched = "0 likes, mine none, 0 comments, last none, ";
    assertListed(untouched, untouched);
    bob.post(photo + "/comments", Map.of("text", "First")).expect(201);
    assertListed("0 likes, mine none, 1 comments, last First, ", untouched);
    JsonNode second = ann.post(photo + "/comments", Map.of("text", "Second")).expect(201).json();
    assertListed("0 likes, mine none, 2 comments, last Second, ", untouched);
    bob.put(other + "/like").expect(200);
    String liked = "1 likes, mine ❤️, 0 comments, last none, ";
    assertListed("0 likes, mine none, 2 comments, last Second, ", liked);
    ann.delete(photo + "/comments/" + second.get("comment_id").asString()).expect(204);
    assertListed("0 likes, mine none, 1 comments, last First, ", liked);
    bob.json("PUT", other + "/like", "{\"reaction\": \"😂\"}").expect(200);
    ann.put(other + "/like").expect(200);
    liked = "2 likes, mine 😂, 0 comments, last none, ";
    assertListed("0 likes, mine none, 1 comments, last First, ", liked);
    ann.patch(photo, Map.of("caption", "Low tide")).expect(200);
    assertListed("0 likes, mine none, 1 comments, last First, Low tide", liked);
    bob.delete(other + "/like").expect(200);
    liked = "1 likes, mine none, 0 comments, last none, ";
    assertListed("0 likes, mine none, 1 comments, last First, Low tide", liked);
  }
}
