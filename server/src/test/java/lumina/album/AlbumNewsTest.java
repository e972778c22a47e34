package lumina.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Listener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What people learn of albums: stories at Home, live events and notifications.
@ServerTest
class AlbumNewsTest {
  private static final String STORIES = "/api/albums/stories";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static String shared(Person owner, Person member) {
    String album = Albums.make(owner, "audience", "members", "contribute", "members");
    Albums.join(owner, album, member).expect(200);
    return album;
  }

  @Test
  void an_album_to_which_one_person_added_much_is_a_story_for_those_who_see_it() {
    Person cleo = Person.signUp(port);
    ann.befriend(cleo);
    String album = shared(ann, bob);
    List<String> photos = Albums.upload(bob, 6);
    Albums.put(bob, album, photos.subList(0, 3)).expect(200);
    assertThat(ann.get(STORIES).expect(200).json()).isEmpty();
    Albums.put(bob, album, photos.subList(3, 6)).expect(200);
    JsonNode story = ann.get(STORIES).expect(200).json().get(0);
    assertThat(story.at("/album/album_id").asString()).isEqualTo(album);
    assertThat(story.at("/added_by/username").asString()).isEqualTo(bob.name());
    assertThat(story.get("added").asInt()).isEqualTo(6);
    assertThat(story.get("photos").valueStream().map(it -> it.get("photo_id").asString()))
        .hasSize(5)
        .startsWith(photos.get(3), photos.get(4), photos.get(5))
        .doesNotHaveDuplicates();
    assertThat(bob.get(STORIES).json()).hasSize(1);
    assertThat(cleo.get(STORIES).json()).isEmpty();
    bob.delete(Albums.membership(album, bob)).expect(204);
    assertThat(ann.get(STORIES).json()).isEmpty();
  }

  @Test
  void stories_are_paged_latest_first() {
    List<String> photos = Albums.upload(ann, 4);
    String first = Albums.make(ann, "audience", "friends");
    String second = Albums.make(ann, "audience", "friends");
    String third = Albums.make(ann);
    for (String album : List.of(first, second, third)) {
      Albums.put(ann, album, photos).expect(200);
    }
    assertThat(
            Albums.all(bob, STORIES + "?limit=1", "added_at").stream().mapToLong(Long::parseLong))
        .hasSize(2);
    assertThat(ann.get(STORIES).json().valueStream().map(it -> it.at("/album/album_id").asString()))
        .containsExactly(third, second, first);
  }

  @Test
  void members_learn_live_that_an_album_changed_and_whoever_was_one_that_it_is_over() {
    String album = shared(ann, bob);
    String photo = Albums.upload(ann, 1).getFirst();
    try (Listener socket = Listener.of(bob)) {
      Albums.put(ann, album, List.of(photo)).expect(200);
      socket.next("album_changed", album);
      ann.post("/api/photos/" + photo + "/trash").expect(200);
      socket.next("album_changed", album);
      ann.post("/api/photos/" + photo + "/restore").expect(200);
      socket.next("album_changed", album);
      for (String audience : List.of("private", "members")) {
        ann.patch("/api/albums/" + album, Map.of("audience", audience)).expect(200);
        socket.next("album_changed", album);
      }
      ann.delete(Albums.membership(album, bob)).expect(204);
      socket.next("album_changed", album);
    }
  }

  @Test
  void new_members_and_added_photos_are_notified_once_a_day() {
    String album = shared(ann, bob);
    JsonNode told = bob.get("/api/notifications").expect(200).json().get(0);
    assertThat(told.get("kind").asString()).isEqualTo("album_member");
    assertThat(told.get("album_id").asString()).isEqualTo(album);
    assertThat(told.get("photo_id").isNull()).isTrue();
    assertThat(told.get("text").asString()).isEqualTo("Summer");
    List<String> photos = Albums.upload(ann, 2);
    Albums.put(ann, album, photos.subList(0, 1)).expect(200);
    Albums.put(ann, album, photos.subList(1, 2)).expect(200);
    assertThat(kinds(bob)).containsExactly("album_photos", "album_member");
    assertThat(kinds(ann)).doesNotContain("album_photos");
    bob.delete(Albums.membership(album, bob)).expect(204);
    assertThat(kinds(bob)).isEmpty();
  }

  private static List<String> kinds(Person person) {
    return person.get("/api/notifications").expect(200).all("kind").stream()
        .filter(kind -> kind.startsWith("album"))
        .toList();
  }
}
