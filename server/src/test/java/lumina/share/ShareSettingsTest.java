package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.media.Pictures;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Each setting of a link by itself: what it may be, and what visitors get by it.
@ServerTest
class ShareSettingsTest {
  private static final Set<String> OF_LIKES = Set.of("likes", "liked", "reactions");
  private static final Set<String> OF_COMMENTS = Set.of("comment_count");
  private static final Set<String> OF_DOWNLOAD = Set.of("image_url");

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
    photo = ann.uploadPhoto("audience", "private");
  }

  private JsonNode mine() {
    return ann.get("/api/shares").expect(200).json().get(0);
  }

  @Test
  void a_new_link_lives_for_ever_and_allows_everything_but_the_original() {
    JsonNode made = ann.post("/api/shares", Map.of("photo_ids", List.of(photo))).expect(201).json();
    assertThat(made.get("expires_at").isNull()).isTrue();
    assertThat(made.get("has_password").asBoolean()).isFalse();
    assertThat(made.get("comments").asBoolean()).isTrue();
    assertThat(made.get("likes").asBoolean()).isTrue();
    assertThat(made.get("download").asString()).isEqualTo("clean");
    assertThat(made.get("visits").asLong()).isZero();
    assertThat(made.get("last_visit_at").isNull()).isTrue();
    assertThat(made.get("album_id").isNull()).isTrue();
    assertThat(mine()).isEqualTo(made);
  }

  @Test
  void a_token_has_at_least_128_bits_of_its_own() {
    Set<String> tokens = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      String page = Shares.of(ann, List.of(photo)).page();
      assertThat(page).matches("/s/[A-Za-z0-9_-]{22,}");
      String token = page.substring(3);
      assertThat(Base64.getUrlDecoder().decode(token).length * 8).isGreaterThanOrEqualTo(128);
      tokens.add(token);
    }
    for (int at = 0; at < 21; at++) {
      int place = at;
      assertThat(tokens.stream().map(token -> token.charAt(place)).distinct().count())
          .as("different characters at %d", at)
          .isGreaterThan(5);
    }
  }

  /// An hour from now, and other values that JSON cannot hold.
  private static String json(String value) {
    return switch (value) {
      case "soon" -> String.valueOf(System.currentTimeMillis() + 3_600_000);
      case "now" -> String.valueOf(System.currentTimeMillis());
      default -> value.matches("x\\d+") ? "\"%s\"".formatted("x".repeat(count(value))) : value;
    };
  }

  private static int count(String value) {
    return Integer.parseInt(value.substring(1));
  }

  @ParameterizedTest
  @CsvSource({
    "title, x100, x101, too_long",
    "password, x4, x3, invalid_link_password",
    "password, x200, x201, invalid_link_password",
    "expires_at, soon, now, invalid_expires_at",
    "expires_at, 9007199254740991, 0, invalid_expires_at",
    "download, \"none\", \"clear\", invalid_download",
    "comments, false, \"no\", invalid_request",
    "likes, false, 7, invalid_request"
  })
  void a_setting_is_taken_up_to_its_limit_and_beyond_it_nothing_changes(
      String field, String good, String bad, String code) {
    String made = "{\"photo_ids\": [\"%s\"], \"%s\": %s}";
    ann.json("POST", "/api/shares", made.formatted(photo, field, json(bad)))
        .expectProblem(400, code);
    assertThat(ann.get("/api/shares").json()).isEmpty();
    ann.json("POST", "/api/shares", made.formatted(photo, field, json(good))).expect(201);
    String before = mine().toString();
    String link = "/api/shares/" + mine().get("share_id").asString();
    String both = "{\"%s\": %s, \"album_id\": null}".formatted(field, json(bad));
    ann.json("PATCH", link, both).expectProblem(400, code);
    assertThat(mine()).hasToString(before);
    ann.json("PATCH", link, "{\"%s\": %s}".formatted(field, json(good))).expect(200);
  }

  static Stream<Map<String, Object>> edits() {
    return Stream.of(
        Map.of("title", "Lisbon"),
        Map.of("comments", false),
        Map.of("likes", false),
        Map.of("download", "original"),
        Map.of("expires_at", 9_007_199_254_740_991L));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void an_edit_changes_its_own_setting_alone(Map<String, Object> edit) {
    Link link = Shares.of(ann, List.of(photo), "password", "ice cream", "title", "Porto");
    String field = edit.keySet().iterator().next();
    Map<String, JsonNode> before = without(mine(), field);
    JsonNode changed = ann.patch(link.own(), edit).expect(200).json();
    assertThat(changed.get(field).asString()).isEqualTo(String.valueOf(edit.get(field)));
    assertThat(without(changed, field)).isEqualTo(before);
    assertThat(mine()).isEqualTo(changed);
    visitor.get(link.api()).expectProblem(401, "password_needed");
    visitor.post(link.api() + "/password", Map.of("password", "ice cream")).expect(204);
  }

  private static Map<String, JsonNode> without(JsonNode share, String field) {
    Map<String, JsonNode> rest = new HashMap<>();
    share.properties().forEach(it -> rest.put(it.getKey(), it.getValue()));
    rest.remove(field);
    return rest;
  }

  @ParameterizedTest
  @CsvSource({"true, true, clean", "true, false, none", "false, true, original"})
  void a_photo_has_the_fields_that_its_link_allows_and_no_others(
      boolean comments, boolean likes, String download) {
    Link link =
        Shares.of(ann, List.of(photo), "comments", comments, "likes", likes, "download", download);
    JsonNode shown = visitor.get(link.photo(photo)).expect(200).json();
    assertThat(visitor.get(link.api() + "/photos").expect(200).json().get(0)).isEqualTo(shown);
    Set<String> names = new TreeSet<>(shown.propertyNames());
    assertThat(names.containsAll(OF_COMMENTS)).isEqualTo(comments);
    assertThat(names.containsAll(OF_LIKES)).isEqualTo(likes);
    assertThat(names.containsAll(OF_DOWNLOAD)).isEqualTo(!download.equals("none"));
    Stream.of(OF_COMMENTS, OF_LIKES, OF_DOWNLOAD).forEach(names::removeAll);
    assertThat(names)
        .hasSize(16)
        .doesNotContain("user_id", "topic", "tags", "audience", "camera", "place", "checksum");
  }

  @Test
  void a_link_changes_from_photos_to_an_album_and_back() {
    String other = ann.uploadPhoto("audience", "private");
    String album = Albums.make(ann, "title", "Porto");
    Albums.put(ann, album, List.of(other)).expect(200);
    Link link = Shares.of(ann, List.of(photo));
    JsonNode changed = ann.patch(link.own(), Map.of("album_id", album)).expect(200).json();
    assertThat(changed.get("album_id").asString()).isEqualTo(album);
    assertThat(visitor.get(link.api() + "/photos").all("photo_id")).containsExactly(other);
    visitor.get(link.photo(photo)).expectProblem(404, "not_found");
    ann.patch(link.own(), Map.of("album_id", album, "photo_ids", List.of(photo)))
        .expectProblem(400, "photos_or_album");
    ann.patch(link.own(), Map.of("photo_ids", List.of())).expectProblem(400, "photos_or_album");
    ann.patch(link.own(), Map.of("album_id", "0".repeat(32))).expectProblem(404, "not_found");
    assertThat(visitor.get(link.api() + "/photos").all("photo_id")).containsExactly(other);
    ann.patch(link.own(), Map.of("photo_ids", List.of(photo))).expect(200);
    assertThat(mine().get("album_id").isNull()).isTrue();
    assertThat(visitor.get(link.api() + "/photos").all("photo_id")).containsExactly(photo);
    visitor.get(link.photo(other)).expectProblem(404, "not_found");
  }

  @Test
  void a_person_has_a_thousand_links_and_then_ends_one() {
    String album = Albums.make(ann);
    String rows =
        IntStream.range(0, 999)
            .mapToObj(
                n ->
                    "('%1$010x%2$022x', '%1$d-%2$d', %1$d, '%3$s', '', '', 1, 1, 'none', 0, 1)"
                        .formatted(ann.id(), n, album))
            .collect(Collectors.joining(","));
    sql.sql(
            "INSERT INTO shares (share_id, token, user_id, album_id, title, password_hash,"
                + " comments, likes, download, expires_at, created_at) VALUES "
                + rows)
        .update();
    Link last = Shares.of(ann, List.of(photo));
    ann.post("/api/shares", Map.of("album_id", album)).expectProblem(409, "too_many_shares");
    assertThat(ann.get("/api/shares").expect(200).json()).as("by default").hasSize(50);
    for (int limit : new int[] {1, 199, 200, 201, 5_000}) {
      assertThat(ann.get("/api/shares?limit=" + limit).expect(200).json())
          .hasSize(Math.min(limit, 200));
    }
    ann.delete(last.own()).expect(204);
    Shares.of(ann, List.of(photo));
  }

  @Test
  void the_face_of_who_shares_is_behind_the_link_as_long_as_it_is_open() {
    lumina.Form picture = new lumina.Form().file("me.jpg", Pictures.photo(300, 300));
    Link link = Shares.of(ann, List.of(photo));
    assertThat(visitor.get(link.api()).json().at("/sharer/picture_url").isNull()).isTrue();
    visitor.get(link.api() + "/picture").expectProblem(404, "not_found");
    ann.send(
            ann.request("/api/users/profile-picture")
                .header("Content-Type", picture.contentType())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(picture.bytes())))
        .expect(200);
    String face = visitor.get(link.api()).json().at("/sharer/picture_url").asString();
    assertThat(visitor.get(face).expect(200).header("Content-Type")).startsWith("image/");
    visitor.get("/api/users/" + ann.id() + "/profile-picture/thumb").expect(401);
    ann.patch(link.own(), Map.of("password", "ice cream")).expect(200);
    visitor.get(face).expectProblem(401, "password_needed");
    ann.delete(link.own()).expect(204);
    visitor.get(face).expectProblem(404, "not_found");
  }
}
