package lumina.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What an album shows whom: each viewer × audience of the album × audience of the photo × surface.
/// What is about one photo is open to whoever may see the album; lists by anything but the album
/// show the photo by its own audience alone.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlbumAudienceTest {
  private static final List<String> ALBUMS = List.of("private", "members", "friends", "public");
  private static final List<String> PHOTOS = List.of("private", "friends", "public");

  /// The audiences of albums that each viewer is in, and those of photos.
  private static final Map<String, Set<String>> OF_ALBUMS =
      Map.of(
          "owner", Set.of("private", "members", "friends", "public"),
          "member", Set.of("members", "friends", "public"),
          "friend", Set.of("friends", "public"),
          "stranger", Set.of("public"),
          "anonymous", Set.of("public"),
          "blocked", Set.of(),
          "blocking", Set.of());

  private static final Map<String, Set<String>> OF_PHOTOS =
      Map.of(
          "owner", Set.of("private", "friends", "public"),
          "member", Set.of("friends", "public"),
          "friend", Set.of("friends", "public"),
          "stranger", Set.of("public"),
          "anonymous", Set.of("public"),
          "blocked", Set.of(),
          "blocking", Set.of());

  @LocalServerPort private int port;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> albums = new LinkedHashMap<>();
  private final Map<String, String> photos = new HashMap<>();
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  @BeforeAll
  void fillOneOfEach() {
    OF_ALBUMS.keySet().forEach(name -> people.put(name, Person.signUp(port)));
    people.put("anonymous", Person.stranger(port));
    for (String name : List.of("member", "friend", "blocked", "blocking")) {
      named(name).befriend(named("owner"));
    }
    for (String audience : ALBUMS) {
      fill(audience);
    }
    named("owner").put("/api/blocks/" + named("blocked").id()).expect(204);
    named("blocking").put("/api/blocks/" + named("owner").id()).expect(204);
  }

  private void fill(String audience) {
    Person owner = named("owner");
    String album =
        Albums.make(owner, "title", audience, "audience", "members", "contribute", "members");
    albums.put(audience, album);
    for (String name : List.of("member", "blocked", "blocking")) {
      Albums.join(owner, album, named(name)).expect(200);
    }
    for (String photo : PHOTOS) {
      photos.put(audience + photo, add(owner, album, photo));
    }
    photos.put(audience + "contributed", add(named("member"), album, "private"));
    owner.patch("/api/albums/" + album, Map.of("audience", audience)).expect(200);
  }

  private String add(Person person, String album, String audience) {
    String id =
        person.uploadPhoto("audience", audience, "topic", word, "tags", word, "caption", word);
    Albums.put(person, album, List.of(id)).expect(200);
    return id;
  }

  private Person named(String name) {
    return people.getOrDefault(name, Person.stranger(port));
  }

  static Stream<Arguments> everyoneAndEverything() {
    return OF_ALBUMS.keySet().stream()
        .flatMap(viewer -> ALBUMS.stream().map(album -> Arguments.of(viewer, album)));
  }

  @ParameterizedTest
  @MethodSource("everyoneAndEverything")
  void an_album_opens_its_photos_to_whoever_may_see_it(String name, String audience) {
    Person viewer = named(name);
    boolean seesAlbum = requireNonNull(OF_ALBUMS.get(name)).contains(audience);
    for (String photo : PHOTOS) {
      boolean byAudience = requireNonNull(OF_PHOTOS.get(name)).contains(photo);
      check(viewer, audience, photo, seesAlbum || byAudience);
    }
    // An album that only its owner sees shows no photos of others.
    boolean own = name.equals("member");
    boolean shown = seesAlbum && !audience.equals("private");
    check(viewer, audience, "contributed", own || shown);
    checkAlbum(viewer, name, audience, seesAlbum);
  }

  private void check(Person viewer, String album, String audience, boolean open) {
    String photo = photos.getOrDefault(album + audience, "");
    openings(viewer, photo)
        .forEach((where, status) -> assertThat(status < 300).as(where).isEqualTo(open));
    if (open && !audience.equals("public")) {
      checkCaching(viewer, photo);
    }
    if (viewer.id() != 0) {
      closed(viewer, photo)
          .forEach((where, status) -> assertThat(status < 300).as(where).isEqualTo(open));
    }
  }

  private static Map<String, Integer> openings(Person viewer, String photo) {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    for (String part : List.of("", "/comments", "/image/thumb", "/image/large", "/image/full")) {
      statuses.put(part, viewer.get("/api/photos/" + photo + part).status());
    }
    return statuses;
  }

  private static void checkCaching(Person viewer, String photo) {
    assertThat(viewer.get("/api/photos/" + photo + "/image/thumb").header("Cache-Control"))
        .isEqualTo("private, no-cache");
  }

  private static Map<String, Integer> closed(Person viewer, String photo) {
    String path = "/api/photos/" + photo;
    return Map.of(
        "likers", viewer.get(path + "/likes").status(),
        "like", viewer.put(path + "/like").status(),
        "comment", viewer.post(path + "/comments", Map.of("text", "nice")).status(),
        "download", viewer.get("/api/photos/download?photo_ids=" + photo).status(),
        "mark",
            viewer
                .json("PUT", "/api/feed/seen", "{\"photo_id\":\"%s\"}".formatted(photo))
                .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "member", "friend", "stranger", "blocked", "blocking"})
  void lists_by_anything_but_the_album_show_photos_by_their_own_audience_alone(String name) {
    Set<String> ofOwner =
        ALBUMS.stream()
            .flatMap(album -> requireNonNull(OF_PHOTOS.get(name)).stream().map(album::concat))
            .map(photo -> photos.getOrDefault(photo, ""))
            .collect(toSet());
    Set<String> ofMember =
        ALBUMS.stream()
            .filter(album -> name.equals("member"))
            .map(album -> photos.getOrDefault(album + "contributed", ""))
            .collect(toSet());
    for (String order : List.of("", "&order=taken")) {
      checkList(named(name), "profile&user_id=" + named("owner").id() + order, ofOwner);
      checkList(named(name), "profile&user_id=" + named("member").id() + order, ofMember);
    }
    ofOwner.addAll(ofMember);
    for (String by : List.of("q", "tag", "topic")) {
      checkList(named(name), "all&%s=%s".formatted(by, word), ofOwner);
    }
  }

  private static void checkList(Person viewer, String scope, Set<String> photos) {
    assertThat(viewer.get("/api/photos?limit=200&scope=" + scope).expect(200).all("photo_id"))
        .as(scope)
        .containsExactlyInAnyOrderElementsOf(photos);
  }

  private void checkAlbum(Person viewer, String name, String audience, boolean sees) {
    String album = albums.getOrDefault(audience, "");
    if (!sees) {
      for (String path :
          List.of("/api/albums/", "/api/photos?album=", "/api/photos/months?album=")) {
        viewer.get(path + album).expectProblem(404, "not_found");
      }
      return;
    }
    int expected = audience.equals("private") ? 3 : 4;
    for (String order : List.of("album", "taken", "created")) {
      assertThat(
              Albums.all(
                  viewer, "/api/photos?order=%s&album=%s".formatted(order, album), "photo_id"))
          .as(order)
          .hasSize(expected);
    }
    var json = viewer.get("/api/albums/" + album).expect(200).json();
    assertThat(json.get("count").asInt()).isEqualTo(expected);
    assertThat(json.get("members")).hasSize(Set.of("owner", "member").contains(name) ? 1 : 0);
    assertThat(
            viewer
                .get("/api/photos/months?album=" + album)
                .json()
                .valueStream()
                .mapToInt(month -> month.get("count").asInt())
                .sum())
        .isEqualTo(expected);
  }
}
