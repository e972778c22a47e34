package lumina.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What everything takes away that ends what an album shows. Ann owns the album, Bob and Cleo are
/// members; one private photo in it is of Ann and one of Bob.
@ServerTest
class AlbumRevocationTest {
  private static final List<String> PARTS =
      List.of(
          "",
          "/comments",
          "/likes",
          "/image/thumb",
          "/image/small",
          "/image/medium",
          "/image/large",
          "/image/full");

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cleo = Person.stranger(0);
  private String album = "";
  private String ofAnn = "";
  private String ofBob = "";

  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cleo = Person.signUp(port);
    ann.befriend(bob);
    ann.befriend(cleo);
    ofAnn = Albums.upload(ann, 1).getFirst();
    ofBob = Albums.upload(bob, 1).getFirst();
    album = Albums.make(ann, "audience", "members", "contribute", "members");
  }

  private void fill() {
    Albums.join(ann, album, bob).expect(200);
    Albums.join(ann, album, cleo).expect(200);
    Albums.put(ann, album, List.of(ofAnn)).expect(200);
    Albums.put(bob, album, List.of(ofBob)).expect(200);
  }

  /// @param hidden the photos that Cleo sees no longer
  private void ends(String how, Runnable ending, String... hidden) {
    fill();
    assertThat(statuses(cleo, ofAnn, ofBob)).as("before " + how).containsOnly(200);
    ending.run();
    assertThat(statuses(cleo, hidden)).as(how).containsOnly(404);
    for (String rest :
        Stream.of(ofAnn, ofBob).filter(it -> !List.of(hidden).contains(it)).toList()) {
      assertThat(statuses(cleo, rest)).as(how).containsOnly(200);
      assertThat(Albums.shown(cleo, album)).as(how).containsExactly(rest);
    }
    cleo.get("/api/albums/" + album).expect(hidden.length == 1 ? 200 : 404);
  }

  private static List<Integer> statuses(Person viewer, String... photos) {
    return Stream.of(photos)
        .flatMap(
            photo ->
                Stream.concat(
                    PARTS.stream().map(part -> "/api/photos/" + photo + part),
                    Stream.of("/api/photos/download?photo_ids=" + photo)))
        .map(address -> viewer.get(address).status())
        .toList();
  }

  @Test
  void a_photo_that_leaves_the_album_is_gone_at_every_address_at_once() {
    ends("taken out by the album's owner", () -> takeOut(ann, ofBob), ofBob);
    ends("taken out by its owner", () -> takeOut(bob, ofBob), ofBob);
    ends(
        "put into the trash", () -> ann.post("/api/photos/" + ofAnn + "/trash").expect(200), ofAnn);
    ann.post("/api/photos/" + ofAnn + "/restore").expect(200);
    assertThat(statuses(cleo, ofAnn, ofBob)).as("restored").containsOnly(200);
    ends("its owner left", () -> bob.delete(Albums.membership(album, bob)).expect(204), ofBob);
    ends(
        "its owner was removed",
        () -> ann.delete(Albums.membership(album, bob)).expect(204),
        ofBob);
    ends("its owner parted", () -> bob.delete("/api/friends/" + ann.id()).expect(204), ofBob);
    bob.befriend(ann);
    ends("its owner is blocked", () -> cleo.put("/api/blocks/" + bob.id()).expect(204), ofBob);
    cleo.delete("/api/blocks/" + bob.id()).expect(204);
    ends("deleted", () -> bob.delete("/api/photos/" + ofBob).expect(200), ofBob);
  }

  private void takeOut(Person person, String photo) {
    Albums.takeOut(person, album, List.of(photo)).expect(204);
  }

  @Test
  void who_belongs_to_an_album_no_longer_sees_nothing_of_it_at_once() {
    ends("left", () -> cleo.delete(Albums.membership(album, cleo)).expect(204), ofAnn, ofBob);
    ends("removed", () -> ann.delete(Albums.membership(album, cleo)).expect(204), ofAnn, ofBob);
    ends("parted", () -> cleo.delete("/api/friends/" + ann.id()).expect(204), ofAnn, ofBob);
    cleo.befriend(ann);
    assertThat(statuses(cleo, ofAnn)).as("friends again").containsOnly(404);
    ends("blocked", () -> ann.put("/api/blocks/" + cleo.id()).expect(204), ofAnn, ofBob);
    ann.delete("/api/blocks/" + cleo.id()).expect(204);
    cleo.befriend(ann);
    ends("blocking", () -> cleo.put("/api/blocks/" + ann.id()).expect(204), ofAnn, ofBob);
    cleo.delete("/api/blocks/" + ann.id()).expect(204);
    cleo.befriend(ann);
    ends("narrowed", () -> audience("private"), ofAnn, ofBob);
    ann.get("/api/photos/" + ofBob).expectProblem(404, "not_found");
    audience("members");
    ends("deleted", () -> ann.delete("/api/albums/" + album).expect(204), ofAnn, ofBob);
    ann.get("/api/photos/" + ofBob).expectProblem(404, "not_found");
  }

  private void audience(String word) {
    ann.patch("/api/albums/" + album, Map.of("audience", word)).expect(200);
  }

  @Test
  void the_owner_of_a_photo_takes_it_out_of_an_album_that_they_see_no_longer() {
    fill();
    audience("private");
    bob.get("/api/albums/" + album).expectProblem(404, "not_found");
    Albums.takeOut(bob, album, List.of(ofBob, ofAnn)).expectProblem(404, "not_found");
    takeOut(bob, ofBob);
    audience("members");
    assertThat(Albums.shown(cleo, album)).containsExactly(ofAnn);
  }
}
