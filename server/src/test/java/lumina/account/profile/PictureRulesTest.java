package lumina.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Profile pictures, and what of an account others see and cannot change.
@ServerTest
class PictureRulesTest {
  private static final String PICTURE = "/api/users/profile-picture";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private Answer send(Person person, Form form) {
    return person.send(
        person
            .request(PICTURE)
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  private String shown(Person viewer) {
    JsonNode found = viewer.get("/api/users/lookup?username=" + ann.name()).expect(200).json();
    return found.get("picture_url").asString("none");
  }

  @ParameterizedTest
  @CsvSource({"400, 600", "64, 64"})
  void a_picture_comes_in_two_sizes_and_its_addresses_change_with_it(int width, int height)
      throws IOException {
    JsonNode first =
        send(ann, new Form().file("me.jpg", Pictures.photo(width, height))).expect(200).json();
    assertThat(first.get("picture_url").asString()).isEqualTo(shown(bob));
    byte[] thumb = bob.get(first.get("picture_url").asString()).expect(200).bytes();
    var small = ImageIO.read(new ByteArrayInputStream(thumb));
    assertThat(Math.max(small.getWidth(), small.getHeight())).isLessThanOrEqualTo(200);
    Answer full = bob.get(first.get("full_url").asString()).expect(200);
    assertThat(full.header("Content-Type")).startsWith("image/");
    assertThat(full.header("Cache-Control")).contains("private");

    send(ann, new Form().file("me.jpg", Pictures.photo(80, 60))).expect(200);
    assertThat(shown(bob)).isNotEqualTo(first.get("picture_url").asString());
    bob.get(shown(bob)).expect(200);
  }

  @Test
  void what_is_no_picture_is_refused_and_the_picture_stays() {
    send(ann, new Form().file("me.jpg", Pictures.photo(64, 64))).expect(200);
    String before = shown(bob);
    byte[] words = "no picture".getBytes(StandardCharsets.UTF_8);
    send(ann, new Form().file("me.jpg", words)).expectProblem(400, "not_an_image");
    send(ann, new Form().file("face", "me.jpg", Pictures.photo(64, 64)))
        .expectProblem(400, "missing_field");
    send(ann, new Form().field("photo", "me")).expect(400);
    assertThat(shown(bob)).isEqualTo(before);
    bob.get(before).expect(200);
  }

  @Test
  void a_picture_can_be_taken_down_once_and_again() {
    send(ann, new Form().file("me.jpg", Pictures.photo(64, 64))).expect(200);
    String address = shown(bob);
    bob.delete(PICTURE).expect(204);
    assertThat(shown(bob)).as("only one's own").isEqualTo(address);
    ann.delete(PICTURE).expect(204);
    ann.delete(PICTURE).expect(204);
    assertThat(shown(bob)).isEqualTo("none");
    bob.get(address).expectProblem(404, "not_found");
    bob.get("/api/users/999999999/profile-picture/thumb").expectProblem(404, "not_found");
  }

  @Test
  void others_see_of_an_account_what_it_shows_and_no_settings() {
    ann.patch("/api/account", Map.of("name", "Ann", "share_place", true)).expect(200);
    for (String path :
        new String[] {
          "/api/users/lookup?username=" + ann.name(), "/api/users?q=" + ann.name(),
        }) {
      assertThat(bob.get(path).expect(200).text())
          .contains("Ann")
          .doesNotContain("email", "lumina.local", "share_", "default_audience", "password");
    }
    assertThat(ann.get("/api/auth/me").expect(200).text())
        .contains("\"share_place\":true", "\"share_camera\":true", "\"email\"")
        .doesNotContain("password", "argon2");
  }

  @Test
  void a_refused_edit_changes_nothing_of_an_account() {
    ann.patch("/api/account", Map.of("name", "Ann", "bio", "Sea")).expect(200);
    JsonNode before = ann.get("/api/auth/me").expect(200).json();
    Map<String, Object> edit = Map.of("name", "Other", "default_audience", "nobody");
    ann.patch("/api/account", edit).expectProblem(400, "invalid_audience");
    ann.patch("/api/account", Map.of("name", "Other", "bio", "x".repeat(301)))
        .expectProblem(400, "too_long");
    ann.patch("/api/account", Map.of("name", "Other", "cover_photo_id", "0".repeat(32)))
        .expectProblem(404, "not_found");
    ann.json("PATCH", "/api/account", "{\"name\":\"Other\",\"share_place\":\"yes\"}").expect(400);
    assertThat(ann.get("/api/auth/me").expect(200).json()).isEqualTo(before);
    assertThat(ann.patch("/api/account", Map.of()).expect(200).json()).isEqualTo(before);
  }

  @Test
  void home_is_marked_as_seen_up_to_a_photo_that_one_sees() {
    String secret = ann.uploadPhoto("audience", "private");
    String seen = "/api/feed/seen";
    String named = "{\"photo_id\":\"%s\"}";
    bob.json("PUT", seen, named.formatted(secret)).expectProblem(404, "not_found");
    bob.json("PUT", seen, named.formatted("0".repeat(32))).expectProblem(404, "not_found");
    bob.json("PUT", seen, "{}").expectProblem(400, "missing_field");
    assertThat(bob.get(seen).expect(200).json().get("seen_until").asLong()).isZero();
    long created = ann.get("/api/photos/" + secret).json().get("created_at").asLong();
    assertThat(ann.json("PUT", seen, named.formatted(secret)).expect(200).json())
        .isEqualTo(ann.get(seen).expect(200).json());
    assertThat(ann.get(seen).json().get("seen_until").asLong()).isEqualTo(created);
  }
}
