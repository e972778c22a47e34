package lumina.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The order of topics, what finds them, and what each viewer counts.
@ServerTest
class TopicRulesTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);
  private String own = "";

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    ann.befriend(bob);
    own = "T" + ann.name();
  }

  private static JsonNode found(Person viewer, String typed) {
    String q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return viewer.get("/api/topics?q=" + q).expect(200).json();
  }

  /// As in `sea 2, harbour 1`.
  private String counts(Person viewer) {
    return found(viewer, own)
        .valueStream()
        .map(it -> it.get("topic").asString().replace(own, "") + it.get("count").asLong())
        .collect(Collectors.joining(","));
  }

  @Test
  void the_fullest_topic_comes_first_and_equal_ones_by_name() {
    for (String topic : new String[] {"b", "a", "c", "c", "b", "d"}) {
      ann.uploadPhoto("topic", own + topic);
    }
    assertThat(counts(ann)).isEqualTo("b2,c2,a1,d1");
    assertThat(found(cem, own).valueStream().map(it -> it.get("topic").asString()))
        .as("to everybody")
        .containsExactly(own + "b", own + "c", own + "a", own + "d");
    assertThat(ann.get("/api/topics?limit=1&q=" + own).expect(200).all("topic"))
        .containsExactly(own + "b");
  }

  @Test
  void a_topic_is_found_by_its_beginning_without_case_and_space() {
    ann.uploadPhoto("topic", own + "  Old  Harbour ");
    for (String typed : List.of("", " Old", " OLD  harb", "  old harbour ")) {
      JsonNode topics = found(ann, own + typed);
      assertThat(topics).as(typed).hasSize(1);
      assertThat(topics.get(0).get("topic").asString()).isEqualTo(own + " Old Harbour");
    }
    for (String typed : List.of(" harbour", " old harbours", "%", "_", "*", "\"")) {
      assertThat(found(ann, own + typed)).as(typed).isEmpty();
    }
  }

  @Test
  void each_viewer_counts_what_they_see_and_gets_the_newest_of_it_as_cover() {
    String open = ann.uploadPhoto("topic", own);
    String friends = ann.uploadPhoto("topic", own, "audience", "friends");
    String secret = ann.uploadPhoto("topic", own, "audience", "private");
    for (Map.Entry<Person, String> newest :
        Map.of(ann, secret, bob, friends, cem, open).entrySet()) {
      JsonNode topic = found(newest.getKey(), own).get(0);
      assertThat(topic.get("cover_photo_id").asString()).isEqualTo(newest.getValue());
      assertThat(topic.get("cover_url").asString())
          .startsWith("/api/photos/%s/image/thumb?v=".formatted(newest.getValue()));
      newest.getKey().get(topic.get("cover_url").asString()).expect(200);
    }
    assertThat(counts(ann)).isEqualTo("3");
    assertThat(counts(bob)).isEqualTo("2");
    assertThat(counts(cem)).isEqualTo("1");
    Person.stranger(port).get("/api/topics?q=" + own).expectProblem(401, "not_signed_in");
  }

  @Test
  void counts_follow_the_trash_deletions_blocks_and_the_end_of_a_friendship() {
    String open = ann.uploadPhoto("topic", own);
    String friends = ann.uploadPhoto("topic", own, "audience", "friends");
    ann.post("/api/photos/" + open + "/trash").expect(200);
    assertThat(counts(bob) + "|" + counts(cem)).isEqualTo("1|");
    ann.post("/api/photos/" + open + "/restore").expect(200);
    assertThat(counts(bob) + "|" + counts(cem)).isEqualTo("2|1");
    bob.delete("/api/friends/" + ann.id()).expect(204);
    assertThat(counts(bob)).isEqualTo("1");
    cem.put("/api/blocks/" + ann.id()).expect(204);
    assertThat(counts(cem)).isEmpty();
    ann.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(counts(bob)).isEmpty();
    assertThat(counts(ann)).isEqualTo("2");
    ann.delete("/api/photos/" + friends).expect(200);
    ann.delete("/api/photos/" + open).expect(200);
    assertThat(counts(ann)).isEmpty();
  }

  @Test
  void whoever_writes_it_first_decides_how_a_topic_is_written_for_as_long_as_that_is_seen() {
    String first = ann.uploadPhoto("topic", own + " SEA", "audience", "friends");
    bob.uploadPhoto("topic", own + " Sea");
    assertThat(found(bob, own).get(0).get("topic").asString()).isEqualTo(own + " SEA");
    assertThat(found(cem, own)).hasSize(1);
    ann.delete("/api/photos/" + first).expect(200);
    assertThat(found(cem, own).get(0).get("count").asInt()).isEqualTo(1);
  }
}
