package lumina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who comments and likes where, and that nothing is kept, counted or told of what is refused.
@ServerTest
class CommentRulesTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    photo = "/api/photos/" + ann.uploadPhoto();
  }

  private Answer say(Person who, String text, String... more) {
    Map<String, String> comment = new HashMap<>(Map.of("text", text));
    for (int i = 0; i < more.length; i += 2) {
      comment.put(more[i], more[i + 1]);
    }
    return who.post(photo + "/comments", comment);
  }

  private static String idOf(Answer said) {
    return said.expect(201).json().get("comment_id").asString();
  }

  private List<String> texts(Person reader) {
    return reader.get(photo + "/comments").expect(200).all("text");
  }

  private enum State {
    HIDDEN(404, "not_found"),
    DELETED(404, "not_found"),
    IN_THE_TRASH(404, "not_found");

    private final int status;
    private final String code;

    State(int status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  private void bring(State state) {
    switch (state) {
      case HIDDEN -> ann.patch(photo, Map.of("audience", "private")).expect(200);
      case DELETED -> ann.delete(photo).expect(200);
      case IN_THE_TRASH -> ann.post(photo + "/trash").expect(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void under_a_photo_that_is_not_there_nobody_says_or_likes_anything(State state) {
    String comment = idOf(say(ann, "mine"));
    bring(state);
    Told told = Told.fromNow(ann);
    say(bob, "hi").expectProblem(state.status, state.code);
    bob.put(photo + "/like").expectProblem(state.status, state.code);
    bob.post(photo + "/like").expectProblem(state.status, state.code);
    bob.get(photo + "/comments").expectProblem(state.status, state.code);
    bob.get(photo + "/likes").expectProblem(state.status, state.code);
    bob.delete(photo + "/comments/" + comment).expectProblem(404, "not_found");
    Person.stranger(port).get(photo + "/comments").expectProblem(404, "not_found");
    assertThat(told.events()).isEmpty();
    assertThat(ann.get("/api/notifications").expect(200).json()).isEmpty();
    if (state != State.DELETED) {
      JsonNode seen = ann.get(photo).expect(200).json();
      assertThat(seen.get("comment_count").asInt()).isEqualTo(1);
      assertThat(seen.get("likes").asInt()).isZero();
    }
  }

  @Test
  void in_the_trash_not_even_the_owner_says_or_likes_anything() {
    say(bob, "before").expect(201);
    ann.post(photo + "/trash").expect(200);
    say(ann, "hi").expectProblem(409, "in_trash");
    ann.put(photo + "/like").expectProblem(409, "in_trash");
    ann.post(photo + "/restore").expect(200);
    assertThat(texts(bob)).containsExactly("before");
    say(ann, "hi").expect(201);
  }

  @ParameterizedTest
  @CsvSource({"text, 2000, 201", "text, 2001, 400", "client_id, 100, 201", "client_id, 101, 400"})
  void a_field_is_as_long_as_its_limit_in_characters(String field, int length, int status) {
    Answer answer =
        field.equals("text")
            ? say(bob, "🌊".repeat(length))
            : say(bob, "hi", field, "x".repeat(length));
    assertThat(answer.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(answer.expectProblem(400, "too_long").json().get("field").asString())
          .isEqualTo(field);
    }
    assertThat(texts(ann)).hasSize(status == 201 ? 1 : 0);
    assertThat(ann.get(photo).json().get("comment_count").asInt()).isEqualTo(texts(ann).size());
  }

  @Test
  void whoever_comes_reads_what_is_said_under_a_public_photo_and_says_nothing() {
    idOf(say(bob, "for all"));
    Person visitor = Person.stranger(port);
    JsonNode read = visitor.get(photo + "/comments").expect(200).json().get(0);
    assertThat(read.get("text").asString()).isEqualTo("for all");
    assertThat(read.get("username").asString()).isEqualTo(bob.name());
    say(visitor, "me too").expectProblem(401, "not_signed_in");
    visitor.put(photo + "/like").expectProblem(401, "not_signed_in");
    visitor.get(photo + "/likes").expectProblem(401, "not_signed_in");
    assertThat(texts(ann)).hasSize(1);
  }

  @Test
  void a_comment_is_deleted_at_its_own_photo_alone() {
    String comment = idOf(say(bob, "mine"));
    String elsewhere = "/api/photos/" + ann.uploadPhoto();
    for (Person person : List.of(ann, bob)) {
      person.delete(elsewhere + "/comments/" + comment).expectProblem(404, "not_found");
    }
    bob.delete(photo + "/comments/" + "0".repeat(32)).expectProblem(404, "not_found");
    Person cem = Person.signUp(port);
    cem.delete(photo + "/comments/" + comment).expectProblem(403, "not_yours");
    Person.stranger(port)
        .delete(photo + "/comments/" + comment)
        .expectProblem(401, "not_signed_in");
    assertThat(texts(ann)).containsExactly("mine");
    assertThat(ann.get(photo).json().get("comment_count").asInt()).isEqualTo(1);
  }

  @Test
  void a_retry_with_other_words_keeps_the_first_ones() {
    String first = idOf(say(bob, "first", "client_id", "7"));
    JsonNode again = say(bob, "second", "client_id", " 7 ").expect(201).json();
    assertThat(again.get("comment_id").asString()).isEqualTo(first);
    assertThat(again.get("text").asString()).isEqualTo("first");
    for (int i = 0; i < 2; i++) {
      idOf(say(bob, "none", "client_id", " "));
    }
    assertThat(texts(ann)).containsExactly("first", "none", "none");
  }

  @Test
  void likes_that_change_nothing_are_neither_told_nor_counted() {
    bob.put(photo + "/like").expect(200);
    Told told = Told.fromNow(ann);
    bob.put(photo + "/like").expect(200);
    bob.json("PUT", photo + "/like", "{\"reaction\":\"❤️\"}").expect(200);
    assertThat(told.events()).isEmpty();
    bob.delete(photo + "/like").expect(200);
    Told after = Told.fromNow(ann);
    JsonNode nothing = bob.delete(photo + "/like").expect(200).json();
    assertThat(nothing.get("likes").asInt()).isZero();
    assertThat(nothing.get("liked").asBoolean()).isFalse();
    assertThat(after.events()).isEmpty();
    bob.json("PUT", photo + "/like", "{\"reaction\":\"🙃\"}")
        .expectProblem(400, "unknown_reaction");
    assertThat(ann.get(photo).json().get("likes").asInt()).isZero();
    assertThat(ann.get(photo + "/likes").expect(200).json()).isEmpty();
  }

  @Test
  void each_viewer_is_told_of_their_own_like_alone() {
    bob.put(photo + "/like").expect(200);
    for (Person viewer : List.of(ann, bob, Person.signUp(port), Person.stranger(port))) {
      JsonNode seen = viewer.get(photo).expect(200).json();
      assertThat(seen.get("likes").asInt()).isEqualTo(1);
      assertThat(seen.get("liked").asBoolean()).isEqualTo(viewer.equals(bob));
    }
    JsonNode liker = ann.get(photo + "/likes").expect(200).json().get(0);
    assertThat(liker.get("username").asString()).isEqualTo(bob.name());
    assertThat(liker.toString()).doesNotContain("email");
  }
}
