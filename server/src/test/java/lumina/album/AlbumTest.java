package lumina.album;

import static lumina.album.Albums.all;
import static lumina.album.Albums.join;
import static lumina.album.Albums.make;
import static lumina.album.Albums.membership;
import static lumina.album.Albums.put;
import static lumina.album.Albums.shown;
import static lumina.album.Albums.takeOut;
import static lumina.album.Albums.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class AlbumTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  @Test
  void an_album_is_made_read_changed_and_deleted_while_its_photos_stay() {
    List<String> photos = upload(ann, 3);
    String album = make(ann, "description", "By the sea");
    JsonNode filled = put(ann, album, photos).expect(200).json();
    assertThat(filled.get("count").asInt()).isEqualTo(3);
    assertThat(filled.get("audience").asString()).isEqualTo("private");
    assertThat(filled.get("contribute").asString()).isEqualTo("owner");
    assertThat(filled.get("cover").asString()).contains(photos.getFirst());
    JsonNode changed =
        ann.patch(
                "/api/albums/" + album,
                Map.of(
                    "title",
                    "Autumn\n\u2028 days",
                    "audience",
                    "friends",
                    "cover",
                    photos.getLast()))
            .expect(200)
            .json();
    assertThat(changed.get("title").asString()).isEqualTo("Autumn days");
    assertThat(changed.get("description").asString()).isEqualTo("By the sea");
    assertThat(changed.get("cover_photo_id").asString()).isEqualTo(photos.getLast());
    JsonNode first = ann.json("PATCH", "/api/albums/" + album, "{\"cover\":null}").json();
    assertThat(first.get("cover").asString()).contains(photos.getFirst());
    assertThat(ann.get("/api/albums").all("album_id")).containsExactly(album);
    bob.patch("/api/albums/" + album, Map.of("title", "Mine")).expectProblem(403, "not_yours");
    bob.delete("/api/albums/" + album).expectProblem(403, "not_yours");
    ann.delete("/api/albums/" + album).expect(204);
    ann.get("/api/albums/" + album).expectProblem(404, "not_found");
    ann.get("/api/photos?album=" + album).expectProblem(404, "not_found");
    ann.get("/api/photos/" + photos.getFirst()).expect(200);
  }

  @Test
  void photos_keep_the_order_in_which_people_place_them() {
    List<String> photos = upload(ann, 6);
    String album = make(ann);
    put(ann, album, photos.subList(0, 4)).expect(200);
    put(ann, album, photos.subList(2, 6)).expect(200);
    assertThat(shown(ann, album)).isEqualTo(photos);
    List<String> moved = List.of(photos.get(5), photos.get(1));
    put(ann, album, moved, photos.get(0)).expect(200);
    assertThat(shown(ann, album)).isEqualTo(order(photos, 5, 1, 0, 2, 3, 4));
    put(ann, album, List.of(photos.get(0), photos.get(2)), photos.get(2)).expect(200);
    assertThat(shown(ann, album)).isEqualTo(order(photos, 5, 1, 0, 2, 3, 4));
    assertThat(all(ann, "/api/photos?limit=2&order=created&album=" + album, "photo_id"))
        .isEqualTo(photos.reversed());
    assertThat(all(ann, "/api/photos?limit=2&order=taken&album=" + album, "photo_id"))
        .isEqualTo(photos.reversed());
  }

  private static List<String> order(List<String> photos, int... numbers) {
    return IntStream.of(numbers).mapToObj(photos::get).toList();
  }

  @Test
  void a_place_between_two_photos_is_never_used_up_and_cursors_stay_right() {
    List<String> photos = upload(ann, 5);
    String album = make(ann);
    put(ann, album, photos).expect(200);
    Answer first = ann.get("/api/photos?limit=3&album=" + album).expect(200);
    List<String> expected = new ArrayList<>(photos);
    for (int i = 0; i < 90; i++) {
      String moved = expected.get(i % 2);
      put(ann, album, List.of(moved), expected.get(2)).expect(200);
      expected.remove(moved);
      expected.add(1, moved);
    }
    assertThat(shown(ann, album)).isEqualTo(expected);
    assertThat(ann.get(String.valueOf(first.next())).all("photo_id"))
        .isEqualTo(photos.subList(3, 5));
  }

  @Test
  void only_ones_own_photos_can_be_added_all_or_none_of_them() {
    List<String> own = upload(ann, 2);
    String album = make(ann);
    String hidden = bob.uploadPhoto("audience", "private");
    String seen = bob.uploadPhoto("audience", "public");
    put(ann, album, List.of(own.getFirst(), hidden)).expectProblem(404, "not_found");
    put(ann, album, List.of(own.getFirst(), seen)).expectProblem(403, "not_yours");
    put(ann, album, List.of(own.getFirst(), "nothing")).expectProblem(404, "not_found");
    put(ann, album, own, seen).expectProblem(404, "not_found");
    put(bob, album, List.of(seen)).expectProblem(404, "not_found");
    ann.post("/api/photos/" + own.getLast() + "/trash").expect(200);
    put(ann, album, own).expectProblem(409, "in_trash");
    assertThat(shown(ann, album)).isEmpty();
    ann.json("PUT", "/api/albums/" + album + "/photos", "{}").expectProblem(400, "missing_field");
    put(ann, album, Stream.iterate(1, i -> i + 1).limit(501).map(i -> "p" + i).toList())
        .expectProblem(400, "too_many_photos");
  }

  @Test
  void members_contribute_if_the_owner_lets_them_and_their_photos_are_theirs() {
    String album = make(ann, "audience", "members");
    put(ann, album, upload(ann, 1)).expect(200);
    bob.get("/api/albums/" + album).expectProblem(404, "not_found");
    JsonNode joined = join(ann, album, bob).expect(200).json();
    assertThat(joined.get("members").valueStream().map(it -> it.get("username").asString()))
        .containsExactly(bob.name());
    List<String> of = upload(bob, 2);
    put(bob, album, of).expectProblem(403, "not_yours");
    ann.patch("/api/albums/" + album, Map.of("contribute", "members")).expect(200);
    assertThat(put(bob, album, of).expect(200).json().get("count").asInt()).isEqualTo(3);
    ann.get("/api/photos/" + of.getFirst() + "/image/large").expect(200);
    List<String> all = shown(ann, album);
    put(bob, album, all.subList(0, 1), all.get(2)).expectProblem(403, "not_yours");
    put(bob, album, all.subList(2, 3), all.get(0)).expect(200);
    takeOut(bob, album, all.subList(0, 1)).expectProblem(403, "not_yours");
    takeOut(bob, album, all.subList(1, 2)).expect(204);
    takeOut(ann, album, all.subList(2, 3)).expect(204);
    assertThat(shown(bob, album)).isEqualTo(all.subList(0, 1));
    assertThat(bob.get("/api/albums").all("album_id")).containsExactly(album);
  }

  @Test
  void only_friends_of_the_owner_become_members_and_only_the_owner_makes_them() {
    Person cleo = Person.signUp(port);
    String album = make(ann, "audience", "public");
    join(ann, album, cleo).expectProblem(403, "not_friends");
    ann.put("/api/albums/" + album + "/members/999999999").expectProblem(404, "not_found");
    join(bob, album, cleo).expectProblem(403, "not_yours");
    join(ann, album, bob).expect(200);
    join(ann, album, bob).expect(200);
    cleo.delete(membership(album, bob)).expectProblem(403, "not_yours");
    assertThat(cleo.get("/api/albums/" + album).expect(200).json().get("members")).isEmpty();
    bob.delete(membership(album, bob)).expect(204);
    bob.delete(membership(album, bob)).expectProblem(404, "not_found");
  }

  @Test
  void albums_of_a_person_are_listed_to_those_who_may_see_them() {
    Person cleo = Person.signUp(port);
    String secret = make(ann);
    String friends = make(ann, "audience", "friends");
    String open = make(ann, "audience", "public");
    String list = "/api/albums?limit=1&user_id=" + ann.id();
    assertThat(all(ann, list, "album_id")).containsExactly(open, friends, secret);
    assertThat(all(bob, list, "album_id")).containsExactly(open, friends);
    assertThat(all(cleo, list, "album_id")).containsExactly(open);
    assertThat(all(bob, "/api/albums", "album_id")).isEmpty();
    Person.stranger(port).get("/api/albums").expectProblem(401, "not_signed_in");
    Person.stranger(port).get("/api/albums/" + open).expect(200);
    Person.stranger(port).get("/api/albums/" + friends).expectProblem(404, "not_found");
  }

  @Test
  void a_photo_in_the_trash_comes_back_to_its_place_and_a_deleted_one_is_gone() {
    List<String> photos = upload(ann, 3);
    String album = make(ann);
    put(ann, album, photos).expect(200);
    ann.post("/api/photos/" + photos.getFirst() + "/trash").expect(200);
    assertThat(shown(ann, album)).isEqualTo(photos.subList(1, 3));
    ann.post("/api/photos/" + photos.getFirst() + "/restore").expect(200);
    assertThat(shown(ann, album)).isEqualTo(photos);
    ann.delete("/api/photos/" + photos.get(1)).expect(200);
    assertThat(shown(ann, album)).containsExactly(photos.getFirst(), photos.getLast());
  }

  @Test
  void an_album_has_months_and_a_download_named_after_it() {
    List<String> photos = upload(ann, 2);
    String album = make(ann, "title", "Zürich / 2024 🌊");
    put(ann, album, photos).expect(200);
    JsonNode months = ann.get("/api/photos/months?album=" + album).expect(200).json();
    assertThat(months.get(0).get("count").asInt()).isEqualTo(2);
    String month = months.get(0).get("month").asString();
    assertThat(all(ann, "/api/photos?album=" + album + "&month=" + month, "photo_id")).hasSize(2);
    Answer zip = ann.get("/api/photos/download?album=" + album).expect(200);
    assertThat(zip.header("Content-Disposition")).contains("Z%C3%BCrich%20_%202024");
    bob.get("/api/photos/download?album=" + album).expectProblem(404, "not_found");
    bob.get("/api/photos/months?album=" + album).expectProblem(404, "not_found");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    ann.post("/api/albums", Map.of("title", " ")).expectProblem(400, "missing_field");
    ann.post("/api/albums", Map.of("title", "x".repeat(101))).expectProblem(400, "too_long");
    ann.post("/api/albums", Map.of("title", "x", "audience", "all"))
        .expectProblem(400, "invalid_audience");
    ann.post("/api/albums", Map.of("title", "x", "contribute", "all"))
        .expectProblem(400, "invalid_contribute");
    String album = make(ann);
    ann.patch("/api/albums/" + album, Map.of("title", "")).expectProblem(400, "missing_field");
    ann.patch("/api/albums/" + album, Map.of("cover", "nothing")).expectProblem(404, "not_found");
    ann.patch("/api/albums/" + album, Map.of("cover", 7)).expectProblem(404, "not_found");
    ann.get("/api/photos?order=album").expectProblem(400, "invalid_order");
    ann.get("/api/photos?album=").expectProblem(404, "not_found");
    ann.get("/api/photos?album=" + album + "&q=sea").expectProblem(400, "invalid_field");
    Person.stranger(port).get("/api/photos?album=").expectProblem(404, "not_found");
    Person.stranger(port).get("/api/photos/months?album=").expectProblem(404, "not_found");
  }
}
