package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Links that show an album.
@ServerTest
class AlbumLinkTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person visitor = Person.stranger(0);
  private String album = "";
  private String anns = "";
  private String bobs = "";
  private Link link = new Link("", "");

  /// An album of Ann with a photo of each of them.
  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    visitor = Person.stranger(port);
    ann.befriend(bob);
    Map<String, String> draft =
        Map.of("title", "Summer", "audience", "members", "contribute", "members");
    album = ann.post("/api/albums", draft).expect(201).json().get("album_id").asString();
    ann.put("/api/albums/" + album + "/members/" + bob.id()).expect(200);
    bobs = bob.uploadPhoto("audience", "private");
    anns = ann.uploadPhoto("audience", "private");
    add(bob, bobs);
    add(ann, anns);
    link = Shares.link(ann.post("/api/shares", Map.of("album_id", album)).expect(201));
  }

  private void add(Person person, String photo) {
    String body = "{\"photo_ids\":[\"%s\"]}".formatted(photo);
    person.json("PUT", "/api/albums/" + album + "/photos", body).expect(200);
  }

  private List<String> shown() {
    return visitor.get(link.api() + "/photos").expect(200).all("photo_id");
  }

  @Test
  void a_link_shows_the_photos_of_an_album_in_its_order_also_those_that_come_later() {
    assertThat(shown()).containsExactly(bobs, anns);
    String later = ann.uploadPhoto("audience", "private");
    add(ann, later);
    assertThat(shown()).containsExactly(bobs, anns, later);
    var first = visitor.get(link.api() + "/photos?limit=2").expect(200);
    assertThat(visitor.get(String.valueOf(first.next())).all("photo_id")).containsExactly(later);
    var opened = visitor.get(link.api()).expect(200).json();
    assertThat(opened.get("title").asString()).isEqualTo("Summer");
    assertThat(opened.get("count").asLong()).isEqualTo(3);
    assertThat(ann.get("/api/shares").json().get(0).get("count").asLong()).isEqualTo(3);
    visitor.get(link.photo(bobs) + "/image/full").expect(200);
    visitor.get(link.api() + "/download").expect(200);
  }

  @Test
  void whoever_likes_a_photo_reads_on_at_the_next_page() {
    var first = visitor.get(link.api() + "/photos?limit=1").expect(200);
    Person guest = Shares.known(visitor, visitor.put(link.photo(bobs) + "/like").expect(200));
    var second = guest.get(String.valueOf(first.next())).expect(200);
    assertThat(second.all("photo_id")).containsExactly(anns);
    assertThat(second.json().get(0).get("liked").asBoolean()).isFalse();
  }

  @Test
  void a_photo_that_leaves_the_album_leaves_the_link() {
    String address = link.photo(bobs) + "/image/thumb";
    visitor.get(address).expect(200);
    ann.patch("/api/albums/" + album, Map.of("audience", "private")).expect(200);
    visitor.get(address).expectProblem(404, "not_found");
    assertThat(shown()).containsExactly(anns);
    ann.patch("/api/albums/" + album, Map.of("audience", "members")).expect(200);
    visitor.get(address).expect(200);
    ann.delete("/api/friends/" + bob.id()).expect(204);
    visitor.get(address).expectProblem(404, "not_found");
    ann.post("/api/photos/" + anns + "/trash").expect(200);
    assertThat(shown()).isEmpty();
  }

  @Test
  void a_viewer_is_told_the_number_of_the_photos_that_the_link_shows_them() {
    Person carol = Person.signUp(port);
    carol.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(carol.get(link.api() + "/photos").expect(200).all("photo_id")).containsExactly(anns);
    assertThat(carol.get(link.api()).expect(200).json().get("count").asLong()).isEqualTo(1);
    assertThat(carol.get(link.page()).expect(200).text()).contains("shares 1 photo.");
    carol.get(link.api() + "/preview").expect(200);
    assertThat(visitor.get(link.api()).expect(200).json().get("count").asLong()).isEqualTo(2);
  }

  @Test
  void the_link_ends_with_the_album() {
    visitor.get(link.api()).expect(200);
    ann.delete("/api/albums/" + album).expect(204);
    visitor.get(link.api()).expectProblem(404, "not_found");
    visitor.get(link.photo(anns)).expectProblem(404, "not_found");
  }

  @Test
  void only_the_owner_of_an_album_shares_it() {
    bob.post("/api/shares", Map.of("album_id", album)).expectProblem(403, "not_yours");
    Person stranger = Person.signUp(port);
    stranger.post("/api/shares", Map.of("album_id", album)).expectProblem(404, "not_found");
  }

  @Test
  void what_guests_wrote_goes_with_the_account_of_the_owner_of_the_link() {
    visitor
        .post(link.photo(bobs) + "/comments", Map.of("text", "hi", "name", "Grandma"))
        .expect(201);
    assertThat(bob.get("/api/photos/" + bobs).json().get("comment_count").asLong()).isEqualTo(1);
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(bob.get("/api/photos/" + bobs).json().get("comment_count").asLong()).isZero();
    assertThat(bob.get("/api/photos/" + bobs + "/comments").json()).isEmpty();
  }
}
