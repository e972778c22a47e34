package lumina.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// How much an album takes, up to the last one; what is beyond leaves it as it was.
@ServerTest
class AlbumLimitsTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private JsonNode album(String id) {
    return ann.get("/api/albums/" + id).expect(200).json();
  }

  /// Inserts rows at once.
  private void insert(String table, int from, int to, IntFunction<String> row) {
    String rows = IntStream.range(from, to).mapToObj(row).collect(Collectors.joining(","));
    sql.sql("INSERT INTO %s VALUES %s".formatted(table, rows)).update();
  }

  @Test
  void a_new_album_is_private_empty_and_its_owners() {
    JsonNode made = ann.post("/api/albums", Map.of("title", "Summer")).expect(201).json();
    assertThat(made.get("album_id").asString()).matches("[0-9a-f]{32}");
    assertThat(made.get("user_id").asLong()).isEqualTo(ann.id());
    assertThat(made.get("username").asString()).isEqualTo(ann.name());
    assertThat(made.get("audience").asString()).isEqualTo("private");
    assertThat(made.get("contribute").asString()).isEqualTo("owner");
    assertThat(made.get("description").asString()).isEmpty();
    assertThat(made.get("count").asLong()).isZero();
    assertThat(made.get("cover").isNull()).isTrue();
    assertThat(made.get("members")).isEmpty();
    assertThat(made.get("created_at")).isEqualTo(made.get("updated_at"));
    assertThat(album(made.get("album_id").asString())).isEqualTo(made);
  }

  @ParameterizedTest
  @CsvSource({"title, 100", "description, 2000"})
  void a_text_is_as_long_as_its_limit_and_no_longer(String field, int most) {
    String longest = "x".repeat(most);
    String album = Albums.make(ann, field, longest);
    Map<String, String> longer = new HashMap<>(Map.of("title", "Summer"));
    longer.put(field, longest + "x");
    ann.post("/api/albums", longer).expectProblem(400, "too_long");
    ann.patch("/api/albums/" + album, longer).expectProblem(400, "too_long");
    assertThat(album(album).get(field).asString()).isEqualTo(longest);
    assertThat(ann.get("/api/albums").all("album_id")).containsExactly(album);
  }

  @Test
  void five_hundred_photos_are_named_at_once_and_each_counts_once() {
    String album = Albums.make(ann);
    List<String> never = IntStream.rangeClosed(0, 500).mapToObj("%032x"::formatted).toList();
    Albums.put(ann, album, never).expectProblem(400, "too_many_photos");
    Albums.takeOut(ann, album, never).expectProblem(400, "too_many_photos");
    Albums.put(ann, album, never.subList(0, 500)).expectProblem(404, "not_found");
    Albums.takeOut(ann, album, never.subList(0, 500)).expect(204);
    String photo = ann.uploadPhoto("audience", "private");
    List<String> same = Collections.nCopies(500, photo);
    assertThat(Albums.put(ann, album, same).expect(200).json().get("count").asInt()).isEqualTo(1);
    Albums.takeOut(ann, album, same).expect(204);
    assertThat(Albums.shown(ann, album)).isEmpty();
  }

  @Test
  void what_is_not_all_right_is_not_half_changed() {
    List<String> photos = Albums.upload(ann, 2);
    String album = Albums.make(ann);
    Albums.put(ann, album, photos).expect(200);
    String before = album(album).toString();
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "audience", "nobody", "contribute", "all", "cover", "0".repeat(32), "title", " ")
            .entrySet()) {
      Map<String, Object> edit = new HashMap<>(Map.of("description", "By the sea"));
      edit.put(wrong.getKey(), wrong.getValue());
      assertThat(ann.patch("/api/albums/" + album, edit).status()).isIn(400, 404);
    }
    Albums.put(ann, album, List.of(photos.getLast(), "0".repeat(32)), photos.getFirst())
        .expectProblem(404, "not_found");
    Albums.put(ann, album, List.of(photos.getLast()), "0".repeat(32))
        .expectProblem(404, "not_found");
    assertThat(album(album)).hasToString(before);
    assertThat(Albums.shown(ann, album)).isEqualTo(photos);
  }

  @Test
  void a_person_has_a_thousand_albums_and_then_deletes_one() {
    insert(
        "albums (album_id, user_id, title, description, audience, contribute, created_at,"
            + " updated_at)",
        0,
        999,
        n ->
            "('%010x%022x', %d, 'x', '', 'private', 'owner', 1, 1)"
                .formatted(ann.id(), n, ann.id()));
    String last = Albums.make(ann);
    ann.post("/api/albums", Map.of("title", "Summer")).expectProblem(409, "too_many_albums");
    ann.delete("/api/albums/" + last).expect(204);
    Albums.make(ann);
    Albums.make(Person.signUp(port));
  }

  @Test
  void an_album_has_a_hundred_members_and_the_next_friend_stays_out() {
    Person last = Person.signUp(port);
    Person next = Person.signUp(port);
    List.of(last, next).forEach(ann::befriend);
    String album = Albums.make(ann, "audience", "members");
    String name = "m" + album.substring(12);
    insert(
        "users (username, email, password_hash, created_at)",
        0,
        99,
        n -> "('%1$s%2$d', '%1$s%2$d', 'none', 1)".formatted(name, n));
    sql.sql(
            """
            INSERT INTO album_members (album_id, user_id, joined_at)
            SELECT :album, id, 1 FROM users WHERE username LIKE :name
            """)
        .param("album", album)
        .param("name", name + "%")
        .update();
    Albums.join(ann, album, last).expect(200);
    Albums.join(ann, album, next).expectProblem(409, "too_many_members");
    next.get("/api/albums/" + album).expectProblem(404, "not_found");
    Albums.join(ann, album, last).expect(200);
    last.delete(Albums.membership(album, last)).expect(204);
    Albums.join(ann, album, next).expect(200);
  }
}
