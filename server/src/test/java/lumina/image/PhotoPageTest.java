package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The page of a public photo for viewers without an account.
@ServerTest
class PhotoPageTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person passerBy = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    passerBy = Person.stranger(port);
  }

  @Test
  void a_public_photo_and_what_is_said_about_it_is_there_for_whoever_has_its_address() {
    String id = ann.uploadPhoto("caption", "Sea");
    ann.post("/api/photos/" + id + "/comments", Map.of("text", "blue")).expect(201);
    JsonNode photo = passerBy.get("/api/photos/" + id).expect(200).json();
    assertThat(photo.get("caption").asString()).isEqualTo("Sea");
    assertThat(photo.get("liked").asBoolean()).isFalse();
    assertThat(passerBy.get("/api/photos/" + id + "/comments").expect(200).all("text"))
        .containsExactly("blue");
    passerBy.get(photo.get("large_url").asString()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"friends", "private"})
  void any_other_photo_is_not_there_and_its_page_tells_nothing(String audience) {
    String id = ann.uploadPhoto("audience", audience, "caption", "Secret garden");
    passerBy.get("/api/photos/" + id).expectProblem(404, "not_found");
    passerBy.get("/api/photos/" + id + "/comments").expectProblem(404, "not_found");
    String never = "0123456789abcdef0123456789abcdef";
    assertThat(ann.get("/photos/" + id).expect(200).text())
        .isEqualTo(passerBy.get("/photos/" + never).expect(200).text().replace(never, id))
        .contains(
            "<title>Lumina</title>", "property=\"lumina:hidden\" content=\"%s\"".formatted(id));
  }

  @Test
  void the_page_of_a_private_photo_opens_for_all_while_a_public_album_shows_it() {
    String id = ann.uploadPhoto("audience", "private", "caption", "Low tide");
    String album = Albums.make(ann, "audience", "public");
    Albums.put(ann, album, List.of(id)).expect(200);
    passerBy.get("/api/photos/" + id).expect(200);
    assertThat(passerBy.get("/photos/" + id).expect(200).text())
        .contains("og:image", "Low tide")
        .doesNotContain("lumina:hidden");
    ann.patch("/api/albums/" + album, Map.of("audience", "private")).expect(200);
    assertThat(passerBy.get("/photos/" + id).expect(200).text())
        .contains("lumina:hidden")
        .doesNotContain("og:", "tide");
  }

  @Test
  void its_page_tells_nothing_to_a_person_whom_a_block_hides_it_from() {
    String id = ann.uploadPhoto("caption", "Low tide");
    Person bob = Person.signUp(port);
    Person carol = Person.signUp(port);
    String page = "/photos/" + id;
    assertThat(bob.get(page).expect(200).text()).contains("og:title", "Low tide");
    ann.put("/api/blocks/" + bob.id()).expect(204);
    carol.put("/api/blocks/" + ann.id()).expect(204);
    for (Person hidden : new Person[] {bob, carol}) {
      hidden.get("/api/photos/" + id).expectProblem(404, "not_found");
      assertThat(hidden.get(page).expect(200).text()).doesNotContain("og:", "tide", ann.name());
    }
  }

  @Test
  void what_changes_something_or_names_people_still_takes_an_account() {
    String photo = "/api/photos/" + ann.uploadPhoto();
    passerBy.get(photo + "/likes").expectProblem(401, "not_signed_in");
    passerBy.put(photo + "/like").expectProblem(401, "not_signed_in");
    passerBy.post(photo + "/comments", Map.of("text", "hi")).expectProblem(401, "not_signed_in");
    passerBy.patch(photo, Map.of("caption", "x")).expectProblem(401, "not_signed_in");
    passerBy.delete(photo).expectProblem(401, "not_signed_in");
  }

  @Test
  void the_page_of_a_public_photo_says_in_its_head_what_a_preview_shows() {
    String id = ann.uploadPhoto("caption", "\"Low\" <tide>\n& gulls", "topic", "Sea");
    String page = passerBy.get("/photos/" + id).expect(200).text();
    String site = "http://localhost:" + port;
    assertThat(page)
        .contains("<title>&quot;Low&quot; &lt;tide&gt; &amp; gulls · Lumina</title>")
        .contains("property=\"og:title\" content=\"&quot;Low&quot; &lt;tide&gt; &amp; gulls\"")
        .contains(
            "property=\"og:description\" content=\"A photo by %s in Sea.\"".formatted(ann.name()))
        .contains("property=\"og:url\" content=\"%s/photos/%s\"".formatted(site, id))
        .contains(
            "property=\"og:image\" content=\"%s/api/photos/%s/image/large?v=1\""
                .formatted(site, id))
        .doesNotContain("<tide>");
  }

  @Test
  void a_preview_tells_those_who_cannot_see_it_what_is_on_it() {
    String id = ann.uploadPhoto("caption", "Low tide");
    assertThat(passerBy.get("/photos/" + id).text())
        .contains("property=\"og:image:alt\" content=\"Low tide\"");
    ann.patch("/api/photos/" + id, Map.of("alt", "Mud & gulls")).expect(200);
    assertThat(passerBy.get("/photos/" + id).text())
        .contains("property=\"og:image:alt\" content=\"Mud &amp; gulls\"");
  }

  @Test
  void addresses_in_it_are_those_that_people_use_behind_a_proxy() {
    String page = "/photos/" + ann.uploadPhoto();
    assertThat(
            passerBy.send(passerBy.request(page).header("X-Forwarded-Proto", "https").GET()).text())
        .contains("content=\"https://localhost");
  }

  @Test
  void whoever_asks_for_heads_alone_is_answered_like_everybody() {
    String id = ann.uploadPhoto();
    for (String path :
        new String[] {
          "/photos/" + id, "/api/photos/" + id, "/api/photos/" + id + "/image/thumb", "/api/place"
        }) {
      var whole = passerBy.get(path).expect(200);
      var head = passerBy.head(path).expect(200);
      assertThat(head.bytes()).isEmpty();
      for (String header : new String[] {"Content-Type", "Cache-Control", "ETag"}) {
        assertThat(head.header(header)).isEqualTo(whole.header(header));
      }
    }
    passerBy.head("/api/photos").expect(401);
    ann.head("/api/photos").expect(200);
  }
}
