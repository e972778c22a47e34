package lumina.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lumina.Person;
import lumina.ServerTest;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class AlbumConcurrencyTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String album = "";

  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
    album = Albums.make(ann, "audience", "members", "contribute", "members");
    Albums.join(ann, album, bob).expect(200);
  }

  @Test
  void photos_that_are_added_and_taken_out_at_once_are_there_once_or_not_at_all() {
    List<String> photos = Albums.upload(ann, 4);
    AtOnce.times(
        8,
        i ->
            i % 2 == 0
                ? Albums.put(ann, album, photos).expect(200)
                : Albums.takeOut(ann, album, photos.reversed()).expect(204));
    Albums.put(ann, album, photos).expect(200);
    assertThat(Albums.shown(ann, album)).containsExactlyInAnyOrderElementsOf(photos);
    assertThat(ann.get("/api/albums/" + album).json().get("count").asInt()).isEqualTo(4);
  }

  @Test
  void photos_that_are_moved_at_once_stay_whole_in_one_order() {
    List<String> photos = Albums.upload(ann, 6);
    Albums.put(ann, album, photos).expect(200);
    AtOnce.times(
        8,
        i ->
            Albums.put(
                    ann,
                    album,
                    List.of(photos.get(i % 6), photos.get((i + 2) % 6)),
                    photos.get((i + 4) % 6))
                .expect(200));
    List<String> order = Albums.shown(ann, album);
    assertThat(order).containsExactlyInAnyOrderElementsOf(photos);
    assertThat(Albums.shown(bob, album)).isEqualTo(order);
  }

  @Test
  void nothing_of_a_member_who_leaves_while_they_add_photos_stays() {
    List<String> photos = Albums.upload(bob, 3);
    for (int turn = 0; turn < 4; turn++) {
      Albums.join(ann, album, bob).expect(200);
      List<Integer> statuses = new ArrayList<>();
      AtOnce.run(
          () -> statuses.add(Albums.put(bob, album, photos).status()),
          () -> bob.delete(Albums.membership(album, bob)).expect(204));
      assertThat(statuses).hasSize(1).allMatch(status -> status == 200 || status == 404);
      assertThat(Albums.shown(ann, album)).isEmpty();
      Albums.join(ann, album, bob).expect(200);
      assertThat(Albums.shown(ann, album)).isEmpty();
    }
  }

  @Test
  void whoever_parts_while_they_are_made_a_member_is_none_after_it() {
    for (int turn = 0; turn < 3; turn++) {
      AtOnce.run(
          () -> assertThat(Albums.join(ann, album, bob).status()).isIn(200, 403),
          () -> bob.delete("/api/friends/" + ann.id()).expect(204));
      bob.befriend(ann);
      bob.get("/api/albums/" + album).expectProblem(404, "not_found");
      Albums.join(ann, album, bob).expect(200);
    }
  }
}
