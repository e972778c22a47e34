package lumina.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who sees the comments and likes of a person under a photo: each block × reader × surface. Counts
/// equal the length of the lists.
@ServerTest
class BlockedUnderPhotosTest {
  @LocalServerPort private int port;
  private Person owner = Person.stranger(0);
  private Person author = Person.stranger(0);
  private Person reader = Person.stranger(0);
  private String photo = "";
  private String comment = "";

  @BeforeEach
  void sayAndLike() {
    owner = Person.signUp(port);
    author = Person.signUp(port);
    reader = Person.signUp(port);
    photo = "/api/photos/" + owner.uploadPhoto();
    say(owner, "first");
    comment = say(author, "look, @" + reader.name());
    author.put(photo + "/like").expect(200);
  }

  private String say(Person who, String text) {
    Answer said = who.post(photo + "/comments", Map.of("text", text)).expect(201);
    return said.json().get("comment_id").asString();
  }

  private Person named(String name) {
    return switch (name) {
      case "owner" -> owner;
      case "author" -> author;
      default -> reader;
    };
  }

  private void block(String blocker, String blocked) {
    named(blocker).put("/api/blocks/" + named(blocked).id()).expect(204);
  }

  @ParameterizedTest
  @CsvSource({
    "owner, author, owner, false",
    "owner, author, reader, false",
    "author, owner, owner, false",
    "author, owner, reader, true",
    "reader, author, reader, false",
    "reader, author, owner, true",
    "reader, author, author, true",
    "author, reader, reader, false",
    "author, reader, owner, true",
    "author, reader, author, true"
  })
  void a_block_hides_what_the_author_left_from(
      String blocker, String blocked, String viewer, boolean shown) {
    block(blocker, blocked);
    Person who = named(viewer);
    List<String> texts = who.get(photo + "/comments").expect(200).all("text");
    assertThat(texts).hasSize(shown ? 2 : 1);
    for (Answer answer : List.of(who.get(photo), listed(who))) {
      JsonNode seen = answer.expect(200).json();
      JsonNode item = seen.isArray() ? seen.get(0) : seen;
      assertThat(item.get("comment_count").asInt()).isEqualTo(texts.size());
      assertThat(item.get("likes").asInt()).isEqualTo(shown ? 1 : 0);
      assertThat(item.get("latest_comment").get("text").asString()).isEqualTo(texts.getLast());
    }
    assertThat(who.get(photo + "/likes").all("username")).hasSize(shown ? 1 : 0);
    boolean likes = who.equals(author);
    assertThat(who.put(photo + "/like").expect(200).json().get("likes").asInt())
        .isEqualTo((shown ? 1 : 0) + (likes ? 0 : 1));
    assertThat(notifications(who).contains("look, @")).isEqualTo(shown && !who.equals(author));
  }

  private Answer listed(Person who) {
    return who.get("/api/photos?scope=profile&user_id=" + owner.id());
  }

  private static String notifications(Person who) {
    return who.get("/api/notifications").expect(200).text();
  }

  @Test
  void the_owner_and_the_author_delete_a_comment_that_a_block_hides() {
    String other = say(author, "another one");
    block("owner", "author");
    owner.delete(photo + "/comments/" + comment).expect(204);
    author.get(photo).expectProblem(404, "not_found");
    reader.delete(photo + "/comments/" + other).expectProblem(404, "not_found");
    author.delete(photo + "/comments/" + other).expect(204);
    owner.delete("/api/blocks/" + author.id()).expect(204);
    assertThat(reader.get(photo + "/comments").all("text")).containsExactly("first");
  }

  @Test
  void an_author_deletes_a_comment_also_under_a_photo_that_is_private_now() {
    owner.patch(photo, Map.of("audience", "private")).expect(200);
    reader.delete(photo + "/comments/" + comment).expectProblem(404, "not_found");
    author.delete(photo + "/comments/" + comment).expect(204);
    assertThat(owner.get(photo + "/comments").all("text")).containsExactly("first");
  }

  @Test
  void however_much_a_blocked_person_says_and_likes_each_page_is_full() {
    for (int i = 0; i < 7; i++) {
      say(author, "spam " + i);
    }
    say(owner, "second");
    say(owner, "third");
    owner.put(photo + "/like").expect(200);
    author.delete(photo + "/like").expect(200);
    author.put(photo + "/like").expect(200);
    block("reader", "author");
    List<List<String>> pages = new ArrayList<>();
    for (String next = photo + "/comments?limit=2"; next != null; ) {
      Answer page = reader.get(next).expect(200);
      pages.add(page.all("text"));
      next = page.next();
    }
    assertThat(pages).containsExactly(List.of("first", "second"), List.of("third"));
    assertThat(reader.get(photo + "/likes?limit=1").all("username")).containsExactly(owner.name());
  }

  @ParameterizedTest
  @CsvSource({"public", "friend"})
  void a_preview_of_ones_own_profile_says_nothing_that_a_block_hides(String eyes) {
    String preview = "/api/photos?scope=profile&view_as=" + eyes;
    assertThat(owner.get(preview).expect(200).text()).contains("look, @");
    block("author", "owner");
    JsonNode shown = owner.get(preview).expect(200).json().get(0);
    assertThat(shown.get("comment_count").asInt()).isEqualTo(1);
    assertThat(shown.get("likes").asInt()).isZero();
    assertThat(shown.at("/latest_comment/text").asString()).isEqualTo("first");
  }

  @Test
  void the_comment_shown_instead_of_a_hidden_one_is_by_whoever_wrote_it() {
    Person other = Person.signUp(port);
    say(other, "second");
    say(author, "third");
    block("reader", "author");
    JsonNode latest = listed(reader).expect(200).json().get(0).get("latest_comment");
    assertThat(latest.get("text").asString()).isEqualTo("second");
    assertThat(latest.get("username").asString()).isEqualTo(other.name());
  }

  @Test
  void what_a_blocker_left_does_not_count_either_below_a_later_comment_of_someone_else() {
    say(owner, "last");
    block("author", "reader");
    JsonNode shown = listed(reader).expect(200).json().get(0);
    assertThat(shown.get("comment_count").asInt()).isEqualTo(2);
    assertThat(shown.get("likes").asInt()).isZero();
    assertThat(shown.at("/latest_comment/text").asString()).isEqualTo("last");
  }

  @Test
  void only_ones_own_profile_is_looked_at_as_others_do() {
    for (String list :
        Stream.of("scope=all", "scope=home", "").map(it -> "/api/photos?" + it).toList()) {
      owner.get(list + "&view_as=public").expectProblem(400, "invalid_field");
      owner.get(list + "&view_as=friend").expectProblem(400, "invalid_field");
    }
    owner.get("/api/photos?scope=profile&view_as=public").expect(200);
  }

  @Test
  void a_blocked_person_learns_a_name_and_nothing_else() {
    owner.patch("/api/account", Map.of("name", "Ann Lee", "bio", "Loves the sea")).expect(200);
    String lookup = "/api/users/lookup?username=" + owner.name();
    assertThat(author.get(lookup).expect(200).text()).contains("Ann Lee", "Loves the sea");
    block("owner", "author");
    JsonNode found = author.get(lookup).expect(200).json();
    assertThat(found.get("username").asString()).isEqualTo(owner.name());
    assertThat(found.get("id").asLong()).isEqualTo(owner.id());
    assertThat(found.toString()).doesNotContain("Ann Lee", "Loves the sea");
    assertThat(found.get("friendship").asString()).isEqualTo("none");
    assertThat(found.get("photo_count").asInt()).isZero();
  }
}
