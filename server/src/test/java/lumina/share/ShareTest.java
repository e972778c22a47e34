package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.share.Shares.Link;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// How owners make, change and end links.
@ServerTest
class ShareTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  @Test
  void only_own_photos_are_shared() {
    String mine = ann.uploadPhoto();
    String open = bob.uploadPhoto();
    String hidden = bob.uploadPhoto("audience", "private");
    String trashed = ann.uploadPhoto();
    ann.post("/api/photos/" + trashed + "/trash").expect(200);
    share(List.of(mine, open)).expectProblem(403, "not_yours");
    share(List.of(mine, hidden)).expectProblem(404, "not_found");
    share(List.of(mine, trashed)).expectProblem(404, "not_found");
    share(List.of(mine, "no/id")).expectProblem(404, "not_found");
    Link link = Shares.of(ann, List.of(mine, mine));
    ann.patch(link.own(), Map.of("photo_ids", List.of(open))).expectProblem(403, "not_yours");
    bob.patch(link.own(), Map.of("likes", false)).expectProblem(404, "not_found");
    bob.delete(link.own()).expectProblem(404, "not_found");
    assertThat(bob.get("/api/shares").expect(200).json()).isEmpty();
    assertThat(ann.get("/api/shares").expect(200).json().get(0).get("count").asLong()).isEqualTo(1);
  }

  @Test
  void changes_at_the_same_time_are_all_kept() {
    Link link = Shares.of(ann, List.of(ann.uploadPhoto()));
    List<Map<String, Object>> changes =
        List.of(
            Map.of("password", "open sesame"),
            Map.of("comments", false),
            Map.of("likes", false),
            Map.of("download", "none"),
            Map.of("title", "Lisbon"));
    AtOnce.times(5, n -> ann.patch(link.own(), changes.get(n)).expect(200));
    JsonNode share = ann.get("/api/shares").expect(200).json().get(0);
    assertThat(share.get("has_password").asBoolean()).isTrue();
    assertThat(share.get("comments").asBoolean()).isFalse();
    assertThat(share.get("likes").asBoolean()).isFalse();
    assertThat(share.get("download").asString()).isEqualTo("none");
    assertThat(share.get("title").asString()).isEqualTo("Lisbon");
  }

  @Test
  void a_link_or_a_photo_that_is_deleted_at_the_same_time_is_not_found() {
    String photo = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(photo));
    List<Answer> answers =
        AtOnce.times(
            8,
            n ->
                n == 0
                    ? ann.delete(link.own())
                    : ann.patch(link.own(), Map.of("photo_ids", List.of(photo))));
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 404);
    answers =
        AtOnce.times(8, n -> n == 0 ? ann.delete("/api/photos/" + photo) : share(List.of(photo)));
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 404);
  }

  private Answer share(List<String> photos) {
    return ann.post("/api/shares", Map.of("photo_ids", photos));
  }

  @Test
  void a_link_shows_up_to_500_photos() {
    List<String> ids =
        IntStream.range(0, 501).mapToObj("%032x"::formatted).collect(Collectors.toList());
    share(ids).expectProblem(400, "too_many_photos");
    share(ids.subList(0, 500)).expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                              | photos_or_album",
        "{\"photo_ids\": []}                             | photos_or_album",
        "{\"photo_ids\": [\"P\"], \"album_id\": \"a\"}   | photos_or_album",
        "{\"photo_ids\": \"P\", \"expires_at\": 1}       | invalid_expires_at",
        "{\"photo_ids\": [\"P\"], \"expires_at\": \"x\"} | invalid_request",
        "{\"photo_ids\": [null]}                         | invalid_request",
        "{\"photo_ids\": [\"P\"], \"comments\": \"yes\"} | invalid_request",
        "{\"photo_ids\": [\"P\"], \"download\": \"all\"} | invalid_download",
        "{\"photo_ids\": [\"P\"], \"password\": \"abc\"} | invalid_link_password",
        "[]                                              | invalid_request",
      })
  void what_cannot_be_a_link_is_refused(String body, String code) {
    String asked = body.replace("P", ann.uploadPhoto());
    ann.json("POST", "/api/shares", asked).expectProblem(400, code);
  }

  @Test
  void every_setting_can_be_changed() {
    String first = ann.uploadPhoto();
    String second = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(first), "expires_at", System.currentTimeMillis() + 60_000);
    JsonNode changed =
        ann.patch(
                link.own(),
                Map.of(
                    "photo_ids",
                    List.of(second, first),
                    "title",
                    "Our summer",
                    "password",
                    "ice cream",
                    "comments",
                    false,
                    "likes",
                    false,
                    "download",
                    "original"))
            .expect(200)
            .json();
    assertThat(changed.get("title").asString()).isEqualTo("Our summer");
    assertThat(changed.get("has_password").asBoolean()).isTrue();
    assertThat(changed.get("count").asLong()).isEqualTo(2);
    assertThat(changed.get("expires_at").isNumber()).isTrue();
    assertThat(ann.get(link.api()).json().get("title").asString()).isEqualTo("Our summer");
    JsonNode never = ann.json("PATCH", link.own(), "{\"expires_at\": null}").expect(200).json();
    assertThat(never.get("expires_at").isNull()).isTrue();
    assertThat(never.get("has_password").asBoolean()).isTrue();
    ann.patch(link.own(), Map.of("expires_at", 1)).expectProblem(400, "invalid_expires_at");
    ann.json("PATCH", link.own(), "{\"password\": 12345}").expectProblem(400, "invalid_field");
    ann.json("PATCH", link.own(), "{\"expires_at\": 1.5}").expectProblem(400, "invalid_field");
  }

  @Test
  void the_links_of_a_photo_are_those_that_show_it() {
    String photo = ann.uploadPhoto();
    String other = ann.uploadPhoto();
    String link = Shares.link(share(List.of(photo)).expect(201)).id();
    String both = Shares.link(share(List.of(photo, other)).expect(201)).id();
    assertThat(linksOf(photo)).containsExactly(both, link);
    assertThat(linksOf(other)).containsExactly(both);
    ann.post("/api/photos/" + other + "/trash").expect(200);
    assertThat(linksOf(other)).isEmpty();
    assertThat(bob.get("/api/shares?photo_id=" + photo).expect(200).json().size()).isZero();
  }

  @Test
  void a_link_to_what_is_gone_for_good_is_not_listed_and_one_to_the_trash_is() {
    String photo = ann.uploadPhoto();
    String album = Albums.make(ann);
    String ofPhoto = Shares.of(ann, List.of(photo)).id();
    Link ofAlbum = Shares.link(ann.post("/api/shares", Map.of("album_id", album)).expect(201));
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    assertThat(ann.get("/api/shares").all("share_id")).containsExactly(ofAlbum.id(), ofPhoto);
    ann.delete("/api/albums/" + album).expect(204);
    assertThat(ann.get("/api/shares").all("share_id")).containsExactly(ofPhoto);
    ann.patch(ofAlbum.own(), Map.of("photo_ids", List.of(ann.uploadPhoto()))).expect(200);
    ann.delete("/api/photos/" + photo).expect(200);
    assertThat(ann.get("/api/shares").all("share_id")).containsExactly(ofAlbum.id());
  }

  private List<String> linksOf(String photo) {
    return ann.get("/api/shares?photo_id=" + photo).expect(200).all("share_id");
  }

  @Test
  void links_are_listed_by_page_newest_first() {
    String photo = ann.uploadPhoto();
    List<String> made =
        IntStream.range(0, 3).mapToObj(i -> Shares.of(ann, List.of(photo)).id()).toList();
    Answer first = ann.get("/api/shares?limit=2").expect(200);
    assertThat(first.all("share_id")).containsExactly(made.get(2), made.get(1));
    assertThat(ann.get(String.valueOf(first.next())).expect(200).all("share_id"))
        .containsExactly(made.getFirst());
  }
}
