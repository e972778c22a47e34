package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What whoever has a link sees, and for how long.
@ServerTest
class ShareLinkTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
  }

  private String privatePhoto() {
    return ann.uploadPhoto(
        "audience", "private", "caption", "Sea", "topic", "Secret place", "tags", "hidden");
  }

  @Test
  void a_link_shows_its_photos_in_their_order_to_whoever_has_it() {
    List<String> photos = List.of(privatePhoto(), privatePhoto(), privatePhoto()).reversed();
    Link link = Shares.of(ann, photos);
    JsonNode opened = visitor.get(link.api()).expect(200).json();
    assertThat(opened.get("title").asString()).isEqualTo("3 photos by " + ann.name());
    assertThat(opened.get("count").asLong()).isEqualTo(3);
    assertThat(opened.get("sharer").get("username").asString()).isEqualTo(ann.name());
    assertThat(opened.get("download").asString()).isEqualTo("clean");
    assertThat(opened.get("my_name").isNull()).isTrue();
    assertThat(visitor.get(link.api() + "/photos").expect(200).all("photo_id"))
        .containsExactlyElementsOf(photos);
    var first = visitor.get(link.api() + "/photos?limit=2").expect(200);
    assertThat(first.all("photo_id")).containsExactlyElementsOf(photos.subList(0, 2));
    assertThat(visitor.get(String.valueOf(first.next())).all("photo_id"))
        .containsExactly(photos.getLast());
  }

  @Test
  void a_photo_behind_a_link_tells_no_more_than_the_link_allows() {
    String id = privatePhoto();
    Link link = Shares.of(ann, List.of(id), "comments", false, "likes", false, "download", "none");
    JsonNode photo = visitor.get(link.photo(id)).expect(200).json();
    assertThat(photo.propertyNames())
        .containsExactlyInAnyOrder(
            "photo_id",
            "username",
            "caption",
            "alt",
            "taken_at",
            "width",
            "height",
            "placeholder",
            "animated",
            "kind",
            "motion",
            "thumbnail_url",
            "small_url",
            "medium_url",
            "large_url",
            "srcset");
    assertThat(photo.toString()).doesNotContain("Secret place", "hidden");
    var image = visitor.get(photo.get("large_url").asString()).expect(200);
    assertThat(image.header("Cache-Control")).isEqualTo("private, no-cache");
    visitor.get(link.photo(id) + "/image/full").expectProblem(404, "not_found");
    visitor.get(link.api() + "/download").expectProblem(404, "not_found");
    visitor.get(link.photo(id) + "/comments").expectProblem(404, "no_comments");
    visitor.put(link.photo(id) + "/like").expectProblem(404, "no_likes");
  }

  @Test
  void people_with_an_account_learn_which_photos_they_see_without_the_link_too() {
    Person friend = Person.signUp(port);
    ann.befriend(friend);
    List<String> photos = List.of(privatePhoto(), ann.uploadPhoto("audience", "friends"));
    Link link = Shares.of(ann, photos);
    assertThat(friend.get(link.api() + "/photos").expect(200).all("visible_without_link"))
        .containsExactly("false", "true");
    assertThat(visitor.get(link.photo(photos.getLast())).json().has("visible_without_link"))
        .isFalse();
  }

  @Test
  void a_link_opens_no_other_photo_and_nothing_beside_it() {
    String id = privatePhoto();
    String other = privatePhoto();
    String open = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(id));
    for (String foreign : List.of(other, open)) {
      visitor.get(link.photo(foreign)).expectProblem(404, "not_found");
      visitor.get(link.photo(foreign) + "/image/thumb").expectProblem(404, "not_found");
      visitor.get(link.photo(foreign) + "/comments").expectProblem(404, "not_found");
      visitor.put(link.photo(foreign) + "/like").expectProblem(404, "not_found");
      visitor
          .post(link.photo(foreign) + "/comments", Map.of("text", "x", "name", "y"))
          .expectProblem(404, "not_found");
    }
    visitor.get("/api/photos/" + id).expectProblem(404, "not_found");
    visitor.get("/api/s/unknown").expectProblem(404, "not_found");
  }

  @Test
  void each_way_to_end_it_holds_for_every_address_at_once() {
    String id = privatePhoto();
    String rest = privatePhoto();
    Link link = Shares.of(ann, List.of(id, rest));
    List<String> ofPhoto =
        List.of(
            link.photo(id),
            link.photo(id) + "/image/thumb",
            link.photo(id) + "/image/large",
            link.photo(id) + "/image/full",
            link.photo(id) + "/comments");
    ofPhoto.forEach(address -> visitor.get(address).expect(200));

    ann.post("/api/photos/" + id + "/trash").expect(200);
    ofPhoto.forEach(address -> visitor.get(address).expectProblem(404, "not_found"));
    assertThat(visitor.get(link.api() + "/photos").all("photo_id")).containsExactly(rest);
    ann.post("/api/photos/" + id + "/restore").expect(200);
    ofPhoto.forEach(address -> visitor.get(address).expect(200));

    ann.patch(link.own(), Map.of("photo_ids", List.of(rest))).expect(200);
    ofPhoto.forEach(address -> visitor.get(address).expectProblem(404, "not_found"));
    ann.patch(link.own(), Map.of("photo_ids", List.of(rest, id))).expect(200);
    ofPhoto.forEach(address -> visitor.get(address).expect(200));

    ann.delete(link.own()).expect(204);
    ofPhoto.forEach(address -> visitor.get(address).expectProblem(404, "not_found"));
    for (String rested : List.of("", "/photos", "/download", "/picture")) {
      visitor.get(link.api() + rested).expectProblem(404, "not_found");
    }
    assertThat(visitor.get(link.api()).text().replaceAll("\"request_id\":\"\\w+\"", ""))
        .isEqualTo(
            visitor
                .get("/api/s/never")
                .text()
                .replaceAll("\"request_id\":\"\\w+\"", "")
                .replace("never", link.page().substring(3)));
  }

  @Test
  void a_link_ends_at_its_time() {
    String id = privatePhoto();
    long hour = 3_600_000;
    Link link = Shares.of(ann, List.of(id), "expires_at", System.currentTimeMillis() + hour);
    visitor.get(link.photo(id)).expect(200);
    sql.sql("UPDATE shares SET expires_at = expires_at - :hour WHERE share_id = :id")
        .param("hour", hour)
        .param("id", link.id())
        .update();
    visitor.get(link.photo(id) + "/image/thumb").expectProblem(404, "not_found");
    visitor.get(link.api()).expectProblem(404, "not_found");
    assertThat(ann.get("/api/shares").expect(200).all("share_id")).containsExactly(link.id());
  }

  @Test
  void a_link_ends_with_the_account_of_its_owner() {
    String id = privatePhoto();
    Link link = Shares.of(ann, List.of(id));
    visitor.get(link.photo(id)).expect(200);
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    visitor.get(link.photo(id)).expectProblem(404, "not_found");
  }

  @Test
  void visits_of_others_are_counted_and_told_to_the_owner() {
    Link link = Shares.of(ann, List.of(privatePhoto()));
    ann.get(link.api()).expect(200);
    visitor.get(link.api()).expect(200);
    visitor.get(link.api()).expect(200);
    JsonNode mine = ann.get("/api/shares").expect(200).json().get(0);
    assertThat(mine.get("visits").asLong()).isEqualTo(2);
    assertThat(mine.get("last_visit_at").asLong()).isPositive();
    assertThat(mine.get("count").asLong()).isEqualTo(1);
    ann.get(mine.get("cover").asString()).expect(200);
  }
}
