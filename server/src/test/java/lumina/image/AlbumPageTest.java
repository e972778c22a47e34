package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the page of an album says in its head.
@ServerTest
class AlbumPageTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person passerBy = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    passerBy = Person.stranger(port);
  }

  private String album(String audience) {
    return Albums.make(ann, "title", "Low <tide>", "audience", audience);
  }

  private String page(Person viewer, String album) {
    return viewer.get("/albums/" + album).expect(200).text();
  }

  @Test
  void that_of_a_public_album_says_what_a_preview_shows() {
    String album = album("public");
    assertThat(page(passerBy, album))
        .contains("<title>Low &lt;tide&gt; · Lumina</title>", "with 0 photos.")
        .doesNotContain("og:image");
    String photo = ann.uploadPhoto("audience", "private");
    Albums.put(ann, album, List.of(photo)).expect(200);
    String image = "/api/photos/%s/image/large?v=1".formatted(photo);
    String site = "http://localhost:" + port;
    assertThat(page(passerBy, album))
        .contains("property=\"og:title\" content=\"Low &lt;tide&gt;\"")
        .contains("content=\"An album by %s with 1 photo.\"".formatted(ann.name()))
        .contains("property=\"og:url\" content=\"%s/albums/%s\"".formatted(site, album))
        .contains("property=\"og:image\" content=\"%s\"".formatted(site + image));
    passerBy.get(image).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"friends", "members", "private"})
  void that_of_any_other_tells_nothing(String audience) {
    String album = album(audience);
    assertThat(page(ann, album))
        .isEqualTo(page(passerBy, "0123456789abcdef0123456789abcdef"))
        .contains("<title>Lumina</title>");
  }

  @Test
  void it_tells_nothing_to_a_person_whom_a_block_hides_the_album_from() {
    String album = album("public");
    Person bob = Person.signUp(port);
    assertThat(page(bob, album)).contains("tide");
    bob.put("/api/blocks/" + ann.id()).expect(204);
    assertThat(page(bob, album)).doesNotContain("tide", ann.name());
  }
}
