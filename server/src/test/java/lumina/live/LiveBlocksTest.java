package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Events about what changed or went reach only those who see it or saw it. Other tests wait: some
/// of these events would reach their people, too.
@ServerTest
@Isolated
class LiveBlocksTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);

  @BeforeEach
  void block() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    bob.put("/api/blocks/" + cem.id()).expect(204);
  }

  @Test
  void a_public_photo_that_goes_is_told_to_all_but_those_apart_from_its_owner() {
    String kept = bob.uploadPhoto();
    String deleted = bob.uploadPhoto();
    Told seeing = Told.fromNow(ann);
    Told apart = Told.fromNow(cem);
    bob.patch("/api/photos/" + kept, Map.of("audience", "private")).expect(200);
    bob.delete("/api/photos/" + deleted).expect(200);
    assertThat(seeing.all().toList().toString()).contains(kept, deleted).doesNotContain("owner_id");
    assertThat(apart.all().toList().toString()).doesNotContain(kept, deleted);
  }

  @Test
  void a_deleted_comment_is_told_only_to_those_who_could_read_it() {
    String photo = ann.uploadPhoto();
    String comments = "/api/photos/" + photo + "/comments";
    String hidden = say(bob, comments);
    String seen = say(ann, comments);
    try (Listener open = Listener.of(cem)) {
      open.send("{\"type\":\"watch\",\"photo_id\":\"%s\"}".formatted(photo));
      open.send("{\"type\":\"ping\"}");
      open.next("pong");
      bob.delete(comments + "/" + hidden).expect(204);
      ann.delete(comments + "/" + seen).expect(204);
      assertThat(open.next("comment_removed").at("/data/comment_id").asString()).isEqualTo(seen);
    }
  }

  private static String say(Person person, String comments) {
    return person
        .post(comments, Map.of("text", "hello"))
        .expect(201)
        .json()
        .get("comment_id")
        .asString();
  }

  @Test
  void nobody_learns_of_a_change_in_an_album_that_they_may_not_see() {
    Person dan = Person.signUp(port);
    ann.befriend(dan);
    ann.put("/api/blocks/" + cem.id()).expect(204);
    String hidden = Albums.make(ann, "audience", "members");
    Albums.join(ann, hidden, dan).expect(200);
    ann.patch("/api/albums/" + hidden, Map.of("audience", "private")).expect(200);
    try (Listener member = Listener.of(dan);
        Listener passer = Listener.of(bob);
        Listener apart = Listener.of(cem)) {
      ann.patch("/api/albums/" + hidden, Map.of("title", "Secret")).expect(200);
      String open = Albums.make(ann, "audience", "public");
      ann.patch("/api/albums/" + open, Map.of("title", "Sea")).expect(200);
      ann.delete("/api/albums/" + open).expect(204);
      String last = Albums.make(dan, "audience", "public");
      dan.patch("/api/albums/" + last, Map.of("title", "The end")).expect(200);
      assertThat(changesUntil(last, member)).contains(open).doesNotContain(hidden);
      assertThat(changesUntil(last, passer)).contains(open).doesNotContain(hidden);
      assertThat(changesUntil(last, apart)).doesNotContain(open, hidden);
    }
  }

  private static List<String> changesUntil(String last, Listener socket) {
    return Stream.generate(() -> changed(socket)).takeWhile(id -> !id.equals(last)).toList();
  }

  private static String changed(Listener socket) {
    return socket.next("album_changed").at("/data/album_id").asString();
  }
}
