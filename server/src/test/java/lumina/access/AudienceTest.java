package lumina.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who sees what: each viewer × audience × surface. A surface that is added later fails
/// [#every_address_that_shows_photos_is_in_the_table] until it is listed here.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceTest {
  private static final List<String> SIZES = List.of("thumb", "small", "medium", "large", "full");
  private static final List<String> AUDIENCES = List.of("public", "friends", "private");
  private static final Map<String, String> MONTHS =
      Map.of("public", "2001-01", "friends", "2002-02", "private", "2003-03");

  /// Tells whether a surface shows one photo to a viewer.
  private interface Surface {
    boolean shows(Person viewer, Shown photo);
  }

  private record Shown(String id, String word) {}

  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  private Person owner = Person.stranger(0);
  private Person friend = Person.stranger(0);
  private Person stranger = Person.stranger(0);
  private Person blocked = Person.stranger(0);
  private Person blocking = Person.stranger(0);
  private Person anonymous = Person.stranger(0);
  private List<Shown> photos = new ArrayList<>();

  @BeforeAll
  void uploadOneOfEach() {
    owner = Person.signUp(port);
    friend = Person.signUp(port);
    stranger = Person.signUp(port);
    blocked = Person.signUp(port);
    blocking = Person.signUp(port);
    anonymous = Person.stranger(port);
    friend.befriend(owner);
    owner.befriend(blocked);
    owner.put("/api/blocks/" + blocked.id()).expect(204);
    blocking.put("/api/blocks/" + owner.id()).expect(204);
    for (String audience : AUDIENCES) {
      photos.add(upload(audience));
    }
  }

  private Shown upload(String audience) {
    String word = "w" + UUID.randomUUID().toString().replace("-", "");
    long taken = Instant.parse(MONTHS.get(audience) + "-15T12:00:00Z").toEpochMilli();
    Form form =
        new Form()
            .field("topic", word)
            .field("tags", word)
            .field("caption", word)
            .field("audience", audience)
            .field("taken_hint", String.valueOf(taken))
            .file("x.jpg", Pictures.photo(40, 30));
    return new Shown(owner.upload(form).expect(201).json().get("photo_id").asString(), word);
  }

  Stream<Arguments> everyoneAndEverything() {
    Map<String, Set<String>> allowed =
        Map.of(
            "owner", Set.of("public", "friends", "private"),
            "friend", Set.of("public", "friends"),
            "stranger", Set.of("public"),
            "blocked", Set.of(),
            "blocking", Set.of(),
            "anonymous", Set.of("public"));
    return allowed.entrySet().stream()
        .flatMap(
            viewer ->
                AUDIENCES.stream()
                    .map(
                        audience ->
                            Arguments.of(
                                viewer.getKey(), audience, viewer.getValue().contains(audience))));
  }

  private Person named(String name) {
    return switch (name) {
      case "owner" -> owner;
      case "friend" -> friend;
      case "stranger" -> stranger;
      case "blocked" -> blocked;
      case "blocking" -> blocking;
      default -> anonymous;
    };
  }

  @ParameterizedTest
  @MethodSource("everyoneAndEverything")
  void a_photo_is_shown_where_and_to_whom_it_is_meant(
      String name, String audience, boolean allowed) {
    Person viewer = named(name);
    Shown photo = photos.get(AUDIENCES.indexOf(audience));
    boolean signedIn = !viewer.equals(anonymous);
    surfaces()
        .forEach(
            (where, surface) -> {
              boolean expected = allowed && (signedIn || forEverybody(where));
              assertThat(surface.shows(viewer, photo)).as(where).isEqualTo(expected);
            });
    if (signedIn && !name.equals("stranger")) {
      boolean home = listed(viewer, "scope=home&limit=200", photo);
      assertThat(home).as("home").isEqualTo(allowed);
    }
  }

  private static boolean forEverybody(String where) {
    return where.startsWith("image") || Set.of("detail", "comments").contains(where);
  }

  private Map<String, Surface> surfaces() {
    Map<String, Surface> surfaces =
        SIZES.stream()
            .collect(
                Collectors.toMap(
                    size -> "image " + size,
                    size -> (viewer, photo) -> found(viewer, photo, "/image/" + size)));
    surfaces.put("detail", (viewer, photo) -> found(viewer, photo, ""));
    surfaces.put("download", AudienceTest::canDownload);
    surfaces.put("likers", (viewer, photo) -> found(viewer, photo, "/likes"));
    surfaces.put("comments", (viewer, photo) -> found(viewer, photo, "/comments"));
    surfaces.put("like", this::canLike);
    surfaces.put("comment", this::canComment);
    surfaces.put(
        "profile", (viewer, photo) -> listed(viewer, "scope=profile&user_id=" + owner.id(), photo));
    surfaces.put("explore", AudienceTest::isInExplore);
    surfaces.put("search", (viewer, photo) -> listed(viewer, "scope=all&q=" + photo.word(), photo));
    surfaces.put("tag", (viewer, photo) -> listed(viewer, "scope=all&tag=" + photo.word(), photo));
    surfaces.put(
        "topic", (viewer, photo) -> listed(viewer, "scope=all&topic=" + photo.word(), photo));
    surfaces.put("topics", AudienceTest::countsForTopic);
    surfaces.put("feed mark", AudienceTest::canMark);
    String timeline = "scope=profile&order=taken&user_id=" + owner.id();
    surfaces.put("timeline", (viewer, photo) -> listed(viewer, timeline, photo));
    surfaces.put("months", this::isCounted);
    return surfaces;
  }

  private static boolean found(Person viewer, Shown photo, String rest) {
    Answer answer = viewer.get("/api/photos/" + photo.id() + rest);
    assertThat(answer.status()).isIn(200, 404, 401);
    return answer.status() == 200;
  }

  private static boolean canDownload(Person viewer, Shown photo) {
    return viewer.get("/api/photos/download?photo_ids=" + photo.id()).status() == 200;
  }

  private static boolean listed(Person viewer, String query, Shown photo) {
    Answer answer = viewer.get("/api/photos?" + query);
    return answer.status() == 200 && answer.all("photo_id").contains(photo.id());
  }

  /// Other tests upload at the same time, so that it need not be on the first page.
  private static boolean isInExplore(Person viewer, Shown photo) {
    String next = "/api/photos?scope=all&limit=200";
    List<String> ids = new ArrayList<>();
    while (next != null && (ids.isEmpty() || ids.getLast().compareTo(photo.id()) > 0)) {
      Answer page = viewer.get(next);
      ids.addAll(page.status() == 200 ? page.all("photo_id") : List.of());
      next = page.next();
    }
    return ids.contains(photo.id());
  }

  private static boolean countsForTopic(Person viewer, Shown photo) {
    Answer answer = viewer.get("/api/topics?q=" + photo.word());
    return answer.status() == 200 && answer.json().size() == 1;
  }

  private boolean canLike(Person viewer, Shown photo) {
    return viewer.put("/api/photos/" + photo.id() + "/like").status() == 200;
  }

  private boolean canComment(Person viewer, Shown photo) {
    Map<String, String> words = Map.of("text", "seen by " + viewer.name());
    return viewer.post("/api/photos/" + photo.id() + "/comments", words).status() == 201;
  }

  private boolean isCounted(Person viewer, Shown photo) {
    String month = MONTHS.get(AUDIENCES.get(photos.indexOf(photo)));
    Answer answer = viewer.get("/api/photos/months?scope=profile&user_id=" + owner.id());
    return answer.status() == 200 && answer.all("month").contains(month);
  }

  private static boolean canMark(Person viewer, Shown photo) {
    return viewer
            .json("PUT", "/api/feed/seen", "{\"photo_id\":\"%s\"}".formatted(photo.id()))
            .status()
        == 200;
  }

  private static final Set<String> ABOUT_PEOPLE =
      Set.of(
          "/api/auth",
          "/api/account",
          "/api/friends",
          "/api/blocks",
          "/api/users",
          "/api/health",
          "/api/invites",
          "/api/place");

  private static final Set<String> KNOWN =
      Set.of(
          "/api/photos",
          "/api/photos/download",
          "/api/photos/months",
          "/api/photos/{id}",
          "/api/photos/{id}/image/{size}",
          "/api/photos/{id}/like",
          "/api/photos/{id}/likes",
          "/api/photos/{photoId}/comments",
          "/api/photos/{photoId}/comments/{commentId}",
          "/api/topics",
          "/api/feed/seen",
          "/api/albums",
          "/api/albums/{id}",
          "/api/albums/{id}/members/{userId}",
          "/api/albums/{id}/photos",
          "/api/albums/stories", // AlbumNewsTest
          // Other tests cover these: they carry photos along, create one, or are for owners.
          "/api/photos/batch",
          "/api/photos/{id}/trash",
          "/api/photos/{id}/restore",
          "/api/trash",
          "/api/shares",
          "/api/shares/{id}",
          "/api/tus",
          "/api/tus/{id}",
          "/api/photos/known",
          "/api/photos/{id}/video", // VideoTest, MotionTest
          "/api/imports",
          "/api/imports/{id}",
          "/api/imports/{id}/files/{number}",
          "/api/imports/{id}/start",
          "/api/imports/{id}/report",
          "/api/messages",
          "/api/messages/{messageId}",
          "/api/messages/{messageId}/reaction",
          "/api/messages/read",
          "/api/conversations",
          "/api/conversations/unread",
          "/api/events",
          "/api/notifications",
          "/api/notifications/read",
          "/api/notifications/unread");

  @Test
  void every_address_that_shows_photos_is_in_the_table() {
    Set<String> unknown =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .filter(path -> path.startsWith("/api/") && !KNOWN.contains(path))
            .filter(path -> !path.startsWith("/api/s/")) // LinkAddressesTest
            .filter(path -> ABOUT_PEOPLE.stream().noneMatch(path::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unknown).isEmpty();
  }

  @Test
  void the_owner_can_look_with_the_eyes_of_others() {
    String mine = "/api/photos?scope=profile&user_id=" + owner.id() + "&view_as=";
    assertThat(owner.get(mine + "friend").expect(200).all("photo_id"))
        .containsExactly(photos.get(1).id(), photos.get(0).id());
    assertThat(owner.get(mine + "public").expect(200).all("photo_id"))
        .containsExactly(photos.getFirst().id());
    friend.get(mine + "friend").expectProblem(403, "not_yours");
    owner.get(mine + "boss").expectProblem(400, "invalid_field");
  }
}
