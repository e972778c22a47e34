package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.share.Shares;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// With `MEMBERS_ONLY`, "everyone" means everyone with an account.
@ServerTest
@TestPropertySource(properties = "lumina.members-only=true")
class MembersOnlyTest {
  @LocalServerPort private int port;

  @Test
  void a_public_photo_is_for_everyone_who_is_signed_in_and_for_nobody_else() {
    Person ann = Person.signUp(port);
    Person bob = Person.signUp(port);
    Person passerBy = Person.stranger(port);
    String id = ann.uploadPhoto("caption", "For members");
    String photo = "/api/photos/" + id;
    String album = Albums.make(ann, "audience", "public");
    for (String path :
        new String[] {
          "/api/albums/" + album,
          "/api/photos?album=" + album,
          "/api/photos/months?album=" + album,
          photo,
          photo + "/comments",
          photo + "/image/thumb",
          photo + "/image/large",
          photo + "/image/full"
        }) {
      bob.get(path).expect(200);
      passerBy.get(path).expectProblem(401, "not_signed_in");
      passerBy.head(path).expect(401);
    }
    assertThat(passerBy.get("/photos/" + id).expect(200).text()).doesNotContain("For members");
    assertThat(bob.get("/api/photos?scope=all").expect(200).all("photo_id")).contains(id);
  }

  @Test
  void whoever_has_a_link_sees_what_it_shows() {
    Person ann = Person.signUp(port);
    String id = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(id));
    Person passerBy = Person.stranger(port);
    passerBy.get(link.photo(id) + "/image/large").expect(200);
    passerBy.get("/api/photos/" + id).expectProblem(401, "not_signed_in");
  }

  @Test
  void no_cache_that_people_share_keeps_an_image() {
    Person ann = Person.signUp(port);
    Answer image = ann.get("/api/photos/" + ann.uploadPhoto() + "/image/thumb").expect(200);
    assertThat(image.header("Cache-Control")).isEqualTo("private, no-cache");
  }
}
