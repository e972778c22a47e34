package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// A server with a CDN in front of its bucket.
@Tag("cloud")
@ServerTest
@Timeout(180)
class CdnImagesTest {
  private static final String CDN = "https://cdn.example.org";
  private static final List<String> DERIVED =
      List.of("thumbnail_url", "small_url", "medium_url", "large_url", "srcset");

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @DynamicPropertySource
  static void cdn(DynamicPropertyRegistry registry) {
    registry.add("storage.cdn.base-url", () -> CDN);
    registry.add("storage.cdn.key-pair-id", () -> "K123");
    registry.add("storage.cdn.private-key", CdnPem::newKey);
  }

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static long secondsLeft(String address) {
    String until = address.replaceFirst(".*Expires=(\\d+)&.*", "$1");
    return Long.parseLong(until) - Instant.now().getEpochSecond();
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "friends", "private"})
  void derived_sizes_are_at_the_cdn_and_the_original_is_not(String audience) {
    String id = ann.uploadPhoto("audience", audience);
    JsonNode photo = ann.get("/api/photos/" + id).expect(200).json();
    for (String field : DERIVED) {
      assertThat(photo.get(field).asString())
          .startsWith(CDN + "/photos/" + id + "_")
          .contains("Signature=", "Key-Pair-Id=K123")
          .doesNotContain("full", "clean");
    }
    assertThat(photo.get("image_url").asString())
        .isEqualTo("/api/photos/" + id + "/image/full?v=1");
    ann.get("/api/photos/" + id + "/image/thumb").expect(200);
  }

  @Test
  void an_address_of_a_friends_photo_is_over_within_five_minutes() {
    String id = ann.uploadPhoto("audience", "friends");
    String address =
        bob.get("/api/photos/" + id).expect(200).json().get("thumbnail_url").asString();
    assertThat(secondsLeft(address)).isBetween(100L, 300L);
    bob.delete("/api/friends/" + ann.id()).expect(204);
    bob.get("/api/photos/" + id).expect(404);
  }

  @Test
  void an_address_of_a_public_photo_is_over_within_twenty_minutes() {
    String id = ann.uploadPhoto();
    String address =
        bob.get("/api/photos/" + id).expect(200).json().get("thumbnail_url").asString();
    assertThat(secondsLeft(address)).isBetween(500L, 1200L);
  }

  @Test
  void lists_topics_notifications_and_messages_show_images_of_the_cdn() {
    String id = ann.uploadPhoto("audience", "friends", "topic", "Sea " + ann.name());
    bob.put("/api/photos/" + id + "/like").expect(200);
    ann.post("/api/messages", Map.of("to_user_id", bob.id(), "text", "look", "photo_id", id))
        .expect(201);
    String thumb = CDN + "/photos/" + id + "_thumb.jpg?v=1&Expires=";
    assertThat(bob.get("/api/photos?scope=home").expect(200).all("thumbnail_url"))
        .anyMatch(it -> it.startsWith(thumb));
    assertThat(bob.get("/api/topics?q=sea%20" + ann.name()).expect(200).all("cover_url"))
        .singleElement()
        .satisfies(it -> assertThat(it).startsWith(thumb));
    JsonNode liked =
        ann.get("/api/notifications")
            .expect(200)
            .json()
            .valueStream()
            .filter(it -> id.equals(it.get("photo_id").asString("")))
            .findFirst()
            .orElseThrow();
    assertThat(liked.get("thumbnail_url").asString()).startsWith(thumb);
    assertThat(secondsLeft(liked.get("thumbnail_url").asString())).isLessThanOrEqualTo(300);
    JsonNode message = bob.get("/api/messages?user_id=" + ann.id()).expect(200).json().get(0);
    assertThat(message.get("photo").get("thumbnail_url").asString()).startsWith(thumb);
  }

  @Test
  void pages_may_show_them() {
    assertThat(bob.get("/api/auth/me").expect(200).header("Content-Security-Policy"))
        .contains("img-src 'self' blob: data: " + CDN + ";");
  }
}
