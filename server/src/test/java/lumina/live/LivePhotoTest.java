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
import org.springframework.boot.test.web.server.LocalServerPort;

/// What each person learns when fewer or more people may see a photo or an album.
@ServerTest
class LivePhotoTest {
  private static final String GONE = "photo_removed";
  private static final String STILL_THERE = "photo_changed";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    ann.befriend(bob);
    photo = ann.uploadPhoto();
  }

  private void show(String audience) {
    ann.patch("/api/photos/" + photo, Map.of("audience", audience)).expect(200);
  }

  @Test
  void a_photo_for_friends_alone_is_gone_only_for_those_who_are_none() {
    Told owner = Told.fromNow(ann);
    Told friend = Told.fromNow(bob);
    Told stranger = Told.fromNow(cem);
    show("friends");
    assertThat(owner.typesAbout(photo)).containsExactly(STILL_THERE);
    assertThat(friend.typesAbout(photo)).containsExactly(STILL_THERE);
    assertThat(stranger.typesAbout(photo)).containsExactly(GONE);
  }

  @Test
  void a_private_photo_is_not_gone_for_its_owner_nor_for_the_members_of_an_album_with_it() {
    ann.befriend(cem);
    String album = Albums.make(ann, "audience", "members");
    Albums.join(ann, album, cem).expect(200);
    Albums.put(ann, album, List.of(photo)).expect(200);
    Told owner = Told.fromNow(ann);
    Told friend = Told.fromNow(bob);
    Told member = Told.fromNow(cem);
    show("private");
    assertThat(owner.typesAbout(photo)).containsExactly(STILL_THERE);
    assertThat(friend.typesAbout(photo)).containsExactly(GONE);
    assertThat(member.typesAbout(photo)).containsExactly(STILL_THERE);
  }

  @Test
  void a_photo_in_the_trash_is_gone_for_everybody_until_it_is_restored() {
    List<Told> all = Stream.of(ann, bob, cem).map(Told::fromNow).toList();
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    assertThat(all).allSatisfy(told -> assertThat(told.typesAbout(photo)).containsExactly(GONE));
    ann.post("/api/photos/" + photo + "/restore").expect(200);
    assertThat(all)
        .allSatisfy(
            told -> assertThat(told.typesAbout(photo)).contains(STILL_THERE).doesNotContain(GONE));
    ann.delete("/api/photos/" + photo).expect(200);
    assertThat(all).allSatisfy(told -> assertThat(told.typesAbout(photo)).containsOnly(GONE));
  }

  @Test
  void a_device_of_the_owner_hears_at_once_of_an_audience_that_another_one_narrowed() {
    try (Listener device = Listener.of(ann)) {
      show("private");
      device.next(STILL_THERE, photo);
    }
  }

  @Test
  void whoever_saw_a_private_photo_in_an_album_is_told_when_it_goes_and_once_when_it_is_deleted() {
    show("private");
    for (String audience : List.of("members", "friends", "public")) {
      String shown = ann.uploadPhoto("audience", "private");
      String album = Albums.make(ann, "audience", audience);
      Albums.join(ann, album, bob).expect(200);
      Albums.put(ann, album, List.of(shown)).expect(200);
      Told member = Told.fromNow(bob);
      ann.delete("/api/photos/" + shown).expect(200);
      assertThat(member.typesAbout(shown)).as(audience).containsExactly(GONE);
      assertThat(member.typesAbout(album)).as(audience).containsExactly("album_changed");
    }
  }

  @Test
  void a_photo_that_goes_from_the_trash_was_gone_before_for_those_who_saw_it_in_an_album() {
    String album = Albums.make(ann, "audience", "members");
    Albums.join(ann, album, bob).expect(200);
    Albums.put(ann, album, List.of(photo)).expect(200);
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    Told member = Told.fromNow(bob);
    ann.delete("/api/photos/" + photo).expect(200);
    assertThat(member.typesAbout(photo)).isEmpty();
    assertThat(member.typesAbout(album)).isEmpty();
  }

  @Test
  void whoever_has_a_private_photo_in_a_message_learns_that_it_goes_and_comes_back() {
    show("private");
    Map<String, Object> message =
        Map.of("to_user_id", bob.id(), "photo_id", photo, "show_photo", true);
    bob.get("/api/photos/" + photo).expectProblem(404, "not_found");
    ann.post("/api/messages", message).expect(201);
    Told reader = Told.fromNow(bob);
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    assertThat(reader.typesAbout(photo)).containsExactly(GONE);
    ann.post("/api/photos/" + photo + "/restore").expect(200);
    assertThat(reader.typesAbout(photo)).containsExactly(STILL_THERE, STILL_THERE);
  }

  @Test
  void a_photo_for_more_people_comes_into_the_lists_of_friends() {
    show("private");
    Told owner = Told.fromNow(ann);
    Told friend = Told.fromNow(bob);
    Told stranger = Told.fromNow(cem);
    show("friends");
    for (Told told : List.of(owner, friend)) {
      assertThat(told.typesAbout(photo)).containsExactly("photo_posted");
    }
    assertThat(friend.events().getFirst().at("/data/restored").asBoolean()).isTrue();
    assertThat(stranger.typesAbout(photo)).isEmpty();
  }

  @Test
  void an_album_for_more_people_is_told_to_each_of_them_once() {
    String album = Albums.make(ann, "audience", "private");
    Albums.join(ann, album, bob).expect(200);
    Told member = Told.fromNow(bob);
    Told stranger = Told.fromNow(cem);
    for (String audience : List.of("friends", "public")) {
      ann.patch("/api/albums/" + album, Map.of("audience", audience)).expect(200);
    }
    assertThat(member.typesAbout(album)).containsExactly("album_changed", "album_changed");
    assertThat(stranger.typesAbout(album)).containsExactly("album_changed");
  }
}
