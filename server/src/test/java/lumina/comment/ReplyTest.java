package lumina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class ReplyTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);
  private String comments = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    comments = "/api/photos/" + ann.uploadPhoto() + "/comments";
  }

  private String say(Person person, String text) {
    Answer said = person.post(comments, Map.of("text", text)).expect(201);
    return said.json().get("comment_id").asString();
  }

  private Answer reply(Person person, String to) {
    return person.post(comments, Map.of("text", "I agree", "reply_to", to));
  }

  private JsonNode newestQuote(Person reader) {
    JsonNode all = reader.get(comments).expect(200).json();
    return all.get(all.size() - 1).get("reply_to");
  }

  @Test
  void a_reply_quotes_the_beginning_of_the_comment_as_long_as_it_is_there() {
    String first = say(bob, "🌊".repeat(200));
    JsonNode reply = reply(cem, first).expect(201).json();
    JsonNode quote = reply.get("reply_to");
    assertThat(quote.get("comment_id").asString()).isEqualTo(first);
    assertThat(quote.get("user_id").asLong()).isEqualTo(bob.id());
    assertThat(quote.get("username").asString()).isEqualTo(bob.name());
    assertThat(quote.get("text").asString()).isEqualTo("🌊".repeat(119) + "…");
    assertThat(newestQuote(ann)).isEqualTo(quote);
    assertThat(ann.get(comments).json().get(0).get("reply_to").isNull()).isTrue();
    assertThat(ann.get(comments + "?limit=1").expect(200).next()).isNotNull();

    bob.delete(comments + "/" + first).expect(204);
    JsonNode gone = newestQuote(ann);
    assertThat(gone.get("comment_id").asString()).isEqualTo(first);
    assertThat(gone.get("text").isNull()).isTrue();
    assertThat(gone.get("username").isNull()).isTrue();
  }

  @Test
  void only_comments_on_the_same_photo_that_one_sees_can_be_answered() {
    String elsewhere = "/api/photos/" + ann.uploadPhoto() + "/comments";
    Answer other = ann.post(elsewhere, Map.of("text", "elsewhere")).expect(201);
    reply(bob, other.json().get("comment_id").asString()).expect(404);
    reply(bob, "nothing").expect(404);
    reply(bob, "x".repeat(500)).expect(404);
    String first = say(bob, "mine");
    cem.put("/api/blocks/" + bob.id()).expect(204);
    reply(cem, first).expect(404);
    reply(ann, first).expect(201);
    assertThat(newestQuote(cem).get("text").isNull()).as("a block hides the quote").isTrue();
    assertThat(newestQuote(bob).get("text").asString()).isEqualTo("mine");
  }

  @Test
  void the_author_of_the_quoted_comment_is_notified_once() {
    String first = say(bob, "mine");
    String text = "Yes, @%s!".formatted(bob.name());
    cem.post(comments, Map.of("text", text, "reply_to", first)).expect(201);
    JsonNode told = bob.get("/api/notifications").expect(200).json();
    assertThat(told.size()).isEqualTo(1);
    assertThat(told.get(0).get("kind").asString()).isEqualTo("comment_reply");
    assertThat(told.get(0).get("text").asString()).isEqualTo(text);
    assertThat(ann.get("/api/notifications").json().get(0).get("kind").asString())
        .isEqualTo("photo_commented");

    reply(cem, say(ann, "mine, too")).expect(201);
    assertThat(ann.get("/api/notifications").json().get(0).get("kind").asString())
        .isEqualTo("comment_reply");
    reply(bob, first).expect(201);
    assertThat(bob.get("/api/notifications").json().size()).as("not of one's own").isEqualTo(1);
  }
}
