package lumina.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class TopicTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private final String topic = "Topic" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private JsonNode found(Person viewer) {
    return viewer
        .get("/api/topics?q=" + topic.toLowerCase(java.util.Locale.ROOT))
        .expect(200)
        .json();
  }

  @Test
  void a_topic_is_counted_and_has_its_newest_photo_as_cover() {
    ann.uploadPhoto("topic", topic);
    String newest = bob.uploadPhoto("topic", topic.toUpperCase(java.util.Locale.ROOT));
    JsonNode topics = found(ann);
    assertThat(topics.size()).isEqualTo(1);
    assertThat(topics.get(0).get("topic").asString()).isEqualTo(topic);
    assertThat(topics.get(0).get("count").asInt()).isEqualTo(2);
    assertThat(topics.get(0).get("cover_url").asString())
        .isEqualTo("/api/photos/" + newest + "/image/thumb?v=1");
  }

  @Test
  void what_somebody_may_not_see_is_not_counted_for_them() {
    String secret = ann.uploadPhoto("topic", topic, "audience", "private");
    assertThat(found(ann).get(0).get("count").asInt()).isEqualTo(1);
    assertThat(found(bob).size()).isZero();
    ann.patch("/api/photos/" + secret, Map.of("audience", "friends")).expect(200);
    assertThat(found(bob).size()).isZero();
    ann.befriend(bob);
    assertThat(found(bob).size()).isEqualTo(1);
  }

  @Test
  void topics_with_the_most_photos_come_first_and_then_the_names_in_order() {
    for (String name : List.of("c", "a", "b", "b", "d", "d", "d")) {
      ann.uploadPhoto("topic", topic + name);
    }
    bob.uploadPhoto("topic", topic + "a", "audience", "private");
    assertThat(found(ann).findValuesAsString("topic"))
        .containsExactly(topic + "d", topic + "b", topic + "a", topic + "c");
    assertThat(found(bob).findValuesAsString("topic"))
        .containsExactly(topic + "d", topic + "a", topic + "b", topic + "c");
  }

  @Test
  void a_topic_without_photos_is_gone() {
    String id = ann.uploadPhoto("topic", topic);
    ann.patch("/api/photos/" + id, Map.of("topic", "")).expect(200);
    assertThat(found(ann).size()).isZero();
  }
}
