package lumina.like;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class ReactionTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    photo = "/api/photos/" + ann.uploadPhoto();
  }

  private Answer react(Person person, String emoji) {
    return person.json("PUT", photo + "/like", "{\"reaction\": \"%s\"}".formatted(emoji));
  }

  /// The counts as in `😂2 ❤️1`.
  private static List<String> counts(JsonNode said) {
    return said.get("reactions")
        .valueStream()
        .map(it -> it.get("reaction").asString() + it.get("count").asLong())
        .toList();
  }

  @Test
  void a_reaction_is_a_like_with_an_emoji() {
    JsonNode said = react(bob, "😂").expect(200).json();
    assertThat(said.get("likes").asInt()).isEqualTo(1);
    assertThat(said.get("liked").asBoolean()).isTrue();
    assertThat(said.get("reaction").asString()).isEqualTo("😂");
    assertThat(counts(said)).containsExactly("😂1");
    assertThat(counts(bob.put(photo + "/like").expect(200).json()))
        .as("liking again keeps it")
        .containsExactly("😂1");

    assertThat(counts(react(ann, "😂").json())).containsExactly("😂2");
    assertThat(counts(react(bob, "❤").expect(200).json())).containsExactly("❤️1", "😂1");
    JsonNode list = ann.get("/api/photos?scope=profile").expect(200).json().get(0);
    assertThat(counts(list)).containsExactly("❤️1", "😂1");
    assertThat(list.get("reaction").asString()).isEqualTo("😂");
    assertThat(ann.get(photo + "/likes").json().valueStream().map(it -> it.get("reaction")))
        .extracting(JsonNode::asString)
        .containsExactly("😂", "❤️");

    JsonNode after = ann.delete(photo + "/like").expect(200).json();
    assertThat(counts(after)).containsExactly("❤️1");
    assertThat(after.get("reaction").isNull()).isTrue();
    JsonNode seen = ann.get(photo).json();
    assertThat(seen.get("reaction").isNull()).isTrue();
    assertThat(seen.get("likes").asInt()).isEqualTo(1);
  }

  @Test
  void only_six_emoji_are_reactions() {
    for (String emoji : List.of("💩", "", "heart", "😂😂", "x".repeat(9_000))) {
      Answer refused = react(bob, emoji).expect(400);
      assertThat(refused.json().get("code").asString()).isEqualTo("unknown_reaction");
    }
    bob.json("PUT", photo + "/like", "{}").expect(200);
    assertThat(counts(ann.get(photo).json())).containsExactly("❤️1");
  }

  @Test
  void reactions_of_people_whom_a_block_hides_are_not_counted() {
    Person cem = Person.signUp(port);
    react(bob, "🔥").expect(200);
    react(cem, "😮").expect(200);
    cem.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(counts(cem.get(photo).json())).containsExactly("😮1");
    assertThat(counts(react(cem, "😢").json())).containsExactly("😢1");
    assertThat(counts(ann.get(photo).json())).containsExactlyInAnyOrder("😢1", "🔥1");
  }

  @Test
  void the_owner_is_notified_of_the_reaction_that_all_share() {
    react(bob, "👏").expect(200);
    assertThat(notified().get("kind").asString()).isEqualTo("photo_liked");
    assertThat(notified().get("reaction").asString()).isEqualTo("👏");
    Person cem = Person.signUp(port);
    react(cem, "😂").expect(200);
    assertThat(notified().get("count").asInt()).isEqualTo(2);
    assertThat(notified().get("reaction").isNull()).isTrue();
    react(bob, "😂").expect(200);
    assertThat(notified().get("reaction").asString()).isEqualTo("😂");
    react(bob, "❤️").expect(200);
    cem.delete(photo + "/like").expect(200);
    assertThat(notified().get("reaction").asString()).isEqualTo("❤️");
  }

  private JsonNode notified() {
    return ann.get("/api/notifications").expect(200).json().get(0);
  }
}
