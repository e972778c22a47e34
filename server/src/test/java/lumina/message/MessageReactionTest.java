package lumina.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class MessageReactionTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Told told = new Told(bob, 0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
    told = Told.fromNow(bob);
  }

  private static String write(Person from, Person to, String text) {
    Map<String, Object> message = Map.of("to_user_id", to.id(), "text", text);
    return from.post("/api/messages", message).expect(201).json().get("message_id").asString();
  }

  private static Answer react(Person person, String message, String emoji) {
    String body = "{\"reaction\": \"%s\"}".formatted(emoji);
    return person.json("PUT", "/api/messages/%s/reaction".formatted(message), body);
  }

  private static JsonNode read(Person reader, Person other) {
    return reader.get("/api/messages?user_id=" + other.id()).expect(200).json();
  }

  @Test
  void each_of_the_two_has_one_reaction_to_a_message() {
    String message = write(ann, bob, "hello");
    react(bob, message, "😂").expect(200);
    react(ann, message, "🔥").expect(200);
    JsonNode reactions = react(bob, message, "👏").expect(200).json().get("reactions");
    assertThat(reactions.size()).isEqualTo(2);
    assertThat(read(ann, bob).get(0).get("reactions")).isEqualTo(reactions);
    assertThat(reactions.get(1).get("user_id").asLong()).isEqualTo(bob.id());
    assertThat(reactions.get(1).get("reaction").asString()).isEqualTo("👏");

    for (int i = 0; i < 2; i++) {
      ann.delete("/api/messages/%s/reaction".formatted(message)).expect(200);
    }
    assertThat(read(bob, ann).get(0).get("reactions").size()).isEqualTo(1);
    assertThat(told.events().toString()).contains("\"message_reaction\"").doesNotContain("🔥");
  }

  @Test
  void nobody_else_reacts_and_nobody_to_what_is_gone() {
    String message = write(ann, bob, "hello");
    Person cem = Person.signUp(port);
    react(cem, message, "😂").expect(404);
    react(bob, message, "💩").expect(400);
    react(bob, message, "").expect(400);
    react(bob, "nothing", "😂").expect(404);
    react(bob, message, "😂").expect(200);
    bob.put("/api/blocks/" + ann.id()).expect(204);
    react(ann, message, "😂").expectProblem(403, "not_friends");
    bob.delete("/api/messages/%s/reaction".formatted(message)).expect(200);
    ann.delete("/api/messages/" + message).expect(204);
    react(ann, message, "😂").expect(403);
    bob.delete("/api/messages/%s/reaction".formatted(message)).expect(404);
  }

  @Test
  void a_reply_quotes_a_message_of_the_same_conversation_until_it_is_deleted() {
    String first = write(bob, ann, "words ".repeat(40));
    Map<String, Object> reply =
        Map.of("to_user_id", bob.id(), "text", "yes", "reply_to", first, "client_id", "one");
    JsonNode quote = ann.post("/api/messages", reply).expect(201).json().get("reply_to");
    assertThat(quote.get("message_id").asString()).isEqualTo(first);
    assertThat(quote.get("user_id").asLong()).isEqualTo(bob.id());
    assertThat(quote.get("username").asString()).isEqualTo(bob.name());
    assertThat(quote.get("text").asString()).startsWith("words words").hasSize(120);
    assertThat(
            ann.get("/api/messages?limit=1&after=%s&user_id=%d".formatted(first, bob.id()))
                .json()
                .get(0)
                .get("reply_to"))
        .as("when the page does not contain it")
        .isEqualTo(quote);
    assertThat(told.events().toString()).contains("words words");

    bob.delete("/api/messages/" + first).expect(204);
    JsonNode after = read(ann, bob).get(1).get("reply_to");
    assertThat(after.get("username").asString()).isEqualTo(bob.name());
    assertThat(after.get("text").isNull()).isTrue();
    assertThat(told.events().toString()).doesNotContain("words words");

    Person cem = Person.signUp(port);
    cem.befriend(ann);
    Map<String, Object> elsewhere = Map.of("to_user_id", cem.id(), "text", "x", "reply_to", first);
    ann.post("/api/messages", elsewhere).expect(404);
  }
}
