package lumina.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.share.Shares;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who learns where a photo was taken: no way to see a photo makes anybody a friend of its owner.
@ServerTest
class DisclosureTest {
  private static final byte[] LOCATED =
      Exif.inJpeg(
          Pictures.photo(60, 40),
          TiffBlock.exif(
              Map.of(0x10F, "Maker"),
              Map.of(0x9003, "2024:05:01 12:30:15"),
              Map.of(
                  1,
                  "N",
                  2,
                  new int[] {52, 1, 30, 1, 0, 1},
                  3,
                  "W",
                  4,
                  new int[] {13, 1, 15, 1, 0, 1},
                  6,
                  new int[] {305, 10})));

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person host = Person.stranger(0);
  private Person friend = Person.stranger(0);
  private Person fellow = Person.stranger(0);
  private String album = "";
  private List<String> photos = List.of();

  /// Four photos of Ann in an album of a friend, in which there is a friend of that friend, too.
  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    host = Person.signUp(port);
    friend = Person.signUp(port);
    fellow = Person.signUp(port);
    Stream.of(ann, friend, fellow).forEach(host::befriend);
    ann.befriend(friend);
    ann.patch("/api/account", Map.of("share_place", true)).expect(200);
    album = Albums.make(host, "audience", "members", "contribute", "members");
    Stream.of(ann, friend, fellow).forEach(it -> Albums.join(host, album, it).expect(200));
    photos = IntStream.range(0, 4).mapToObj(_ -> located()).toList();
    Albums.put(ann, album, photos).expect(200);
  }

  private String located() {
    Form form = new Form().field("audience", "private").file("x.jpg", LOCATED);
    return ann.upload(form).expect(201).json().get("photo_id").asString();
  }

  /// What each surface tells this person of the place: the photo, the album in each order, the
  /// story of it at Home.
  private List<String> places(Person viewer) {
    String list = "/api/photos?limit=1&album=" + album;
    Stream<JsonNode> shown =
        Stream.of(
            viewer.get("/api/photos/" + photos.getFirst()).expect(200).json(),
            viewer.get(list).expect(200).json().get(0),
            viewer.get(list + "&order=taken").expect(200).json().get(0),
            viewer.get(list + "&order=created").expect(200).json().get(0),
            viewer.get("/api/albums/stories").expect(200).json().at("/0/photos/0"));
    return shown.map(photo -> photo.get("place").toString()).distinct().toList();
  }

  @Test
  void an_album_tells_the_place_to_friends_of_the_owner_of_the_photo_and_to_no_other_member() {
    String place = "{\"latitude\":52.5,\"longitude\":-13.25,\"altitude\":30.5}";
    assertThat(places(ann)).containsExactly(place);
    assertThat(places(host)).containsExactly(place);
    assertThat(places(friend)).containsExactly(place);
    assertThat(places(fellow)).containsExactly("null");
  }

  @Test
  void the_place_is_untold_at_once_where_a_friendship_or_the_permission_ends() {
    assertThat(places(friend)).doesNotContain("null");
    ann.delete("/api/friends/" + friend.id()).expect(204);
    assertThat(places(friend)).containsExactly("null");
    assertThat(places(host)).doesNotContain("null");
    ann.patch("/api/account", Map.of("share_place", false)).expect(200);
    assertThat(places(host)).containsExactly("null");
    assertThat(places(ann)).doesNotContain("null");
    fellow.befriend(ann);
    ann.patch("/api/account", Map.of("share_place", true)).expect(200);
    assertThat(places(fellow)).doesNotContain("null");
  }

  @Test
  void neither_a_public_album_nor_a_link_tells_anybody_where_or_with_what_it_was_taken() {
    host.patch("/api/albums/" + album, Map.of("audience", "public")).expect(200);
    Link link = Shares.of(ann, photos, "download", "original");
    Person passerBy = Person.stranger(port);
    JsonNode open = passerBy.get("/api/photos/" + photos.getFirst()).expect(200).json();
    assertThat(open.get("place").isNull()).isTrue();
    assertThat(open.at("/camera/make").asString()).isEqualTo("Maker");
    for (Person viewer : List.of(passerBy, fellow, friend, ann)) {
      assertThat(viewer.get(link.api() + "/photos").expect(200).text())
          .doesNotContain("latitude", "\"place\"", "Maker", "camera", "checksum");
    }
    assertThat(passerBy.get("/photos/" + photos.getFirst()).text())
        .doesNotContain("52.5", "13.25", "Maker");
  }
}
