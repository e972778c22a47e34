package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.media.Clips;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How much visitors of a link may do there, and what its owner is told of it.
@ServerTest
class LinkLimitsTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private JsonMapper json;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);
  private String photo = "";
  private Link link = new Link("", "");

  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
    photo = ann.uploadPhoto("audience", "private");
    link = Shares.of(ann, List.of(photo));
  }

  private Answer say(Person guest, String name, String text) {
    return guest.post(link.photo(photo) + "/comments", Map.of("text", text, "name", name));
  }

  private long commented() {
    return ann.get("/api/photos/" + photo).json().get("comment_count").asLong();
  }

  private long guests() {
    return sql.sql("SELECT count(*) FROM guests WHERE share_id = :share")
        .param("share", link.id())
        .query(Long.class)
        .single();
  }

  @Test
  void a_name_has_fifty_letters_and_a_comment_two_thousand() {
    say(visitor, "x".repeat(51), "hello").expectProblem(400, "too_long");
    say(visitor, "Ida", "y".repeat(2_001)).expectProblem(400, "too_long");
    say(visitor, "Ida", " ").expectProblem(400, "missing_field");
    say(visitor, " \u200b ", "hello").expectProblem(400, "name_needed");
    assertThat(commented()).isZero();
    assertThat(guests()).isZero();
    JsonNode said = say(visitor, "x".repeat(50), "y".repeat(2_000)).expect(201).json();
    assertThat(said.get("username").asString()).hasSize(50);
    assertThat(said.get("text").asString()).hasSize(2_000);
  }

  @Test
  void a_guest_writes_five_hundred_comments_and_takes_back_and_likes_after_that() {
    Answer first = say(visitor, "Ida", "one").expect(201);
    Person guest = Shares.known(visitor, first);
    sql.sql("UPDATE guests SET written = 499 WHERE share_id = :share")
        .param("share", link.id())
        .update();
    say(guest, "Ida", "the last one").expect(201);
    say(guest, "Ida", "too much").expectProblem(409, "too_many_comments");
    assertThat(commented()).isEqualTo(2);
    String comment = first.json().get("comment_id").asString();
    guest.delete(link.photo(photo) + "/comments/" + comment).expect(204);
    say(guest, "Ida", "still too much").expectProblem(409, "too_many_comments");
    guest.put(link.photo(photo) + "/like").expect(200);
    say(visitor, "Another", "hello").expect(201);
  }

  @Test
  void a_link_has_five_thousand_guests_and_still_opens_for_others() {
    Person known = Shares.known(visitor, say(visitor, "Ida", "one").expect(201));
    String rows =
        IntStream.range(1, 5_000)
            .mapToObj(n -> "('%1$s', %2$d, '%1$s-%3$d', 1)".formatted(link.id(), ann.id(), n))
            .collect(Collectors.joining(","));
    sql.sql("INSERT INTO guests (share_id, owner_id, token_hash, created_at) VALUES " + rows)
        .update();
    visitor.put(link.photo(photo) + "/like").expectProblem(409, "too_many_guests");
    say(visitor, "Eve", "me, too").expectProblem(409, "too_many_guests");
    assertThat(guests()).isEqualTo(5_000);
    assertThat(commented()).isEqualTo(1);
    visitor.get(link.photo(photo)).expect(200);
    say(known, "Ida", "two").expect(201);
    Person.signUp(port).put(link.photo(photo) + "/like").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"password\": null}", "{\"password\": \"\"}"})
  void no_password_is_none_given_and_a_link_without_one_takes_any(String body) {
    visitor.json("POST", link.api() + "/password", "{\"password\": \"any\"}").expect(204);
    assertThat(guests()).isZero();
    Link closed = Shares.of(ann, List.of(photo), "password", "ice cream");
    Answer answer = visitor.json("POST", closed.api() + "/password", body);
    assertThat(answer.status()).isIn(400, 401);
    assertThat(answer.header("Set-Cookie")).isNull();
    for (String wrong : List.of("Ice cream", "ice cream ", "x".repeat(1_001))) {
      visitor
          .post(closed.api() + "/password", Map.of("password", wrong))
          .expectProblem(401, "wrong_link_password");
    }
    visitor.get(closed.photo(photo)).expectProblem(401, "password_needed");
  }

  @Test
  void only_an_opened_page_counts_as_a_visit() {
    Link closed = Shares.of(ann, List.of(photo), "password", "ice cream");
    for (Link each : List.of(link, closed)) {
      visitor.head(each.api());
      visitor.get(each.page());
      visitor.get(each.api() + "/photos");
      visitor.get(each.photo(photo) + "/image/thumb");
    }
    visitor.get(closed.api()).expectProblem(401, "password_needed");
    assertThat(ann.get("/api/shares").expect(200).all("visits")).containsExactly("0", "0");
    visitor.get(link.api()).expect(200);
    Person.signUp(port).get(link.api()).expect(200);
    assertThat(ann.get("/api/shares").all("visits")).containsExactly("0", "2");
  }

  @Test
  void a_video_plays_behind_a_link_and_is_not_downloaded_where_nothing_is() {
    Form clip = new Form().field("audience", "private").file("clip.mp4", Clips.mp4());
    String video = ann.upload(clip).expect(201).json().get("photo_id").asString();
    Link watching = Shares.of(ann, List.of(video), "download", "none");
    JsonNode shown = visitor.get(watching.photo(video)).expect(200).json();
    assertThat(shown.get("kind").asString()).isEqualTo("video");
    assertThat(shown.get("status").asString()).isEqualTo("ready");
    assertThat(shown.get("duration_ms").asLong()).isPositive();
    String url = shown.get("video_url").asString();
    assertThat(url).startsWith(watching.photo(video) + "/video");
    Answer part = visitor.send(visitor.request(url).header("Range", "bytes=4-7").GET());
    assertThat(part.expect(206).text()).isEqualTo("ftyp");
    assertThat(part.header("Cache-Control")).isEqualTo("private, no-cache");
    visitor.get(watching.photo(video) + "/image/full").expectProblem(404, "not_found");
    visitor.get("/api/photos/" + video + "/video").expectProblem(404, "not_found");
    ann.delete(watching.own()).expect(204);
    visitor.get(url).expectProblem(404, "not_found");
  }

  @Test
  void an_export_lists_the_links_with_what_they_show_and_without_their_passwords()
      throws Exception {
    String album = Albums.make(ann);
    Link closed = Shares.of(ann, List.of(photo), "password", "ice cream", "title", "Porto");
    Link ofAlbum = Shares.link(ann.post("/api/shares", Map.of("album_id", album)).expect(201));
    String exported = exported(ann);
    JsonNode shares = json.readTree(exported);
    assertThat(shares.valueStream().map(it -> it.get("url").asString()))
        .containsExactly(ofAlbum.page(), closed.page(), link.page());
    assertThat(shares.get(0).get("album_id").asString()).isEqualTo(album);
    assertThat(shares.get(0).get("photo_ids")).isEmpty();
    assertThat(shares.get(1).get("title").asString()).isEqualTo("Porto");
    assertThat(shares.get(1).get("photo_ids").get(0).asString()).isEqualTo(photo);
    assertThat(exported).doesNotContain("argon", "password", "hash");
    assertThat(json.readTree(exported(Person.signUp(port)))).isEmpty();
  }

  private static String exported(Person person) throws Exception {
    byte[] zip = person.get("/api/account/download").expect(200).bytes();
    try (ZipInputStream files = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().equals("shares.json")) {
          return new String(files.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no shares.json");
  }
}
