package lumina.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class CoverTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person ben = Person.stranger(0);
  private Person eve = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    ben = Person.signUp(port);
    eve = Person.signUp(port);
    ann.befriend(ben);
  }

  private String pageOfAnn(String viewAs) {
    return "/api/users/lookup?username=%s&view_as=%s".formatted(ann.name(), viewAs);
  }

  private JsonNode cover(Person viewer, String viewAs) {
    return viewer.get(pageOfAnn(viewAs)).expect(200).json().get("cover");
  }

  private void choose(String photo) {
    assertThat(
            ann.patch("/api/account", Map.of("cover_photo_id", photo))
                .expect(200)
                .json()
                .get("cover_photo_id")
                .asString())
        .isEqualTo(photo);
  }

  private void show(String photo, String audience) {
    ann.patch("/api/photos/" + photo, Map.of("audience", audience)).expect(200);
  }

  @Test
  void a_cover_shows_to_those_who_may_see_its_photo() {
    String photo = ann.uploadPhoto("audience", "public");
    choose(photo);
    assertThat(cover(eve, "").get("photo_id").asString()).isEqualTo(photo);
    show(photo, "friends");
    assertThat(cover(eve, "").isNull()).isTrue();
    assertThat(cover(ben, "").get("photo_id").asString()).isEqualTo(photo);
    show(photo, "private");
    assertThat(cover(ben, "").isNull()).isTrue();
    assertThat(cover(ann, "").get("photo_id").asString()).isEqualTo(photo);
    show(photo, "public");
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    assertThat(cover(ann, "").isNull()).isTrue();
    assertThat(cover(ben, "").isNull()).isTrue();
    ann.post("/api/photos/" + photo + "/restore").expect(200);
    ann.put("/api/blocks/" + eve.id()).expect(204);
    assertThat(cover(eve, "").isNull()).isTrue();
    ann.json("PATCH", "/api/account", "{\"cover_photo_id\": null}").expect(200);
    assertThat(cover(ann, "").isNull()).isTrue();
  }

  @Test
  void a_cover_is_a_photo_of_ones_own_outside_the_trash() {
    String theirs = ben.uploadPhoto("audience", "public");
    ann.patch("/api/account", Map.of("cover_photo_id", theirs)).expectProblem(403, "not_yours");
    ann.patch("/api/account", Map.of("cover_photo_id", "0".repeat(32)))
        .expectProblem(404, "not_found");
    ann.patch("/api/account", Map.of("cover_photo_id", 7)).expectProblem(400, "invalid_field");
    String mine = ann.uploadPhoto("audience", "public");
    ann.post("/api/photos/" + mine + "/trash").expect(200);
    ann.patch("/api/account", Map.of("cover_photo_id", mine)).expectProblem(409, "in_trash");
  }

  @Test
  void only_owners_look_at_their_page_as_others_do() {
    String photo = ann.uploadPhoto("audience", "friends");
    ann.uploadPhoto("audience", "private");
    choose(photo);
    assertThat(cover(ann, "friend").get("photo_id").asString()).isEqualTo(photo);
    assertThat(cover(ann, "public").isNull()).isTrue();
    assertThat(count("")).isEqualTo(2);
    assertThat(count("friend")).isEqualTo(1);
    assertThat(count("public")).isZero();
    ben.get(pageOfAnn("friend")).expectProblem(403, "not_yours");
    ann.get(pageOfAnn("nobody")).expectProblem(400, "invalid_field");
  }

  @Test
  void owners_look_at_their_albums_as_others_do() {
    for (String audience : List.of("private", "members", "friends", "public")) {
      ann.post("/api/albums", Map.of("title", audience, "audience", audience)).expect(201);
    }
    assertThat(albums("friend")).containsExactly("public", "friends");
    assertThat(albums("public")).containsExactly("public");
    ben.get("/api/albums?view_as=friend&user_id=" + ann.id()).expectProblem(403, "not_yours");
  }

  private List<String> albums(String viewAs) {
    return ann.get("/api/albums?view_as=" + viewAs).expect(200).all("title");
  }

  private long count(String viewAs) {
    return ann.get(pageOfAnn(viewAs)).expect(200).json().get("photo_count").asLong();
  }
}
