package lumina.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The limits of messages, on both sides, and that what is refused is neither kept nor told.
@ServerTest
class MessageRulesTest {
  private static final String MESSAGES = "/api/messages";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private static Answer write(Person from, Object to, Object... more) {
    Map<String, Object> draft = new HashMap<>(Map.of("to_user_id", to));
    for (int i = 0; i < more.length; i += 2) {
      draft.put(String.valueOf(more[i]), more[i + 1]);
    }
    return from.post(MESSAGES, draft);
  }

  private static String sent(Answer answer) {
    return answer.expect(201).json().get("message_id").asString();
  }

  private JsonNode read(Person reader, Person other) {
    return reader.get(MESSAGES + "?user_id=" + other.id()).expect(200).json();
  }

  private long unread(Person person) {
    return person.get("/api/conversations/unread").expect(200).json().get("unread").asLong();
  }

  @ParameterizedTest
  @CsvSource({"text, 4000, 201", "text, 4001, 400", "client_id, 100, 201", "client_id, 101, 400"})
  void a_field_is_as_long_as_its_limit_in_characters_and_no_longer(
      String field, int length, int status) {
    String value = field.equals("text") ? "🌊".repeat(length) : "x".repeat(length);
    Map<String, Object> more = new HashMap<>(Map.of("text", "hello"));
    more.put(field, value);
    Answer answer = write(ann, bob.id(), field, value, "text", more.get("text"));
    assertThat(answer.status()).isEqualTo(status);
    if (status == 400) {
      answer.expectProblem(400, "too_long");
      assertThat(answer.json().get("field").asString()).isEqualTo(field);
    } else {
      assertThat(read(bob, ann).get(0).get("text")).isEqualTo(answer.json().get("text"));
    }
    assertThat(read(bob, ann)).hasSize(status == 201 ? 1 : 0);
  }

  private enum Refused {
    TO_NOBODY(404, "not_found"),
    TO_ONESELF(400, "to_yourself"),
    TO_A_STRANGER(403, "not_friends"),
    WITHOUT_A_WORD(400, "missing_field"),
    OF_SPACE_ALONE(400, "missing_field"),
    TO_NO_MESSAGE(404, "not_found"),
    TO_A_MESSAGE_OF_ANOTHER_CONVERSATION(404, "not_found"),
    WITH_A_PHOTO_THAT_NEVER_WAS(404, "not_found"),
    WITH_A_PHOTO_THAT_IS_PRIVATE(404, "not_found"),
    WITH_A_PHOTO_IN_THE_TRASH(404, "not_found");

    private final int status;
    private final String code;

    Refused(int status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  private Answer attempt(Refused what, Person cem) {
    return switch (what) {
      case TO_NOBODY -> write(ann, 999_999_999, "text", "hi");
      case TO_ONESELF -> write(ann, ann.id(), "text", "hi");
      case TO_A_STRANGER -> write(ann, cem.id(), "text", "hi");
      case WITHOUT_A_WORD -> write(ann, bob.id());
      case OF_SPACE_ALONE -> write(ann, bob.id(), "text", " \n\t ");
      case TO_NO_MESSAGE -> write(ann, bob.id(), "text", "hi", "reply_to", "0".repeat(32));
      case TO_A_MESSAGE_OF_ANOTHER_CONVERSATION ->
          write(ann, bob.id(), "text", "hi", "reply_to", sent(write(bob, cem.id(), "text", "x")));
      case WITH_A_PHOTO_THAT_NEVER_WAS -> write(ann, bob.id(), "photo_id", "0".repeat(32));
      case WITH_A_PHOTO_THAT_IS_PRIVATE ->
          write(ann, bob.id(), "photo_id", cem.uploadPhoto("audience", "private"));
      case WITH_A_PHOTO_IN_THE_TRASH -> write(ann, bob.id(), "photo_id", trashed(cem));
    };
  }

  private static String trashed(Person owner) {
    String photo = owner.uploadPhoto();
    owner.post("/api/photos/" + photo + "/trash").expect(200);
    return photo;
  }

  @Test
  void what_is_refused_is_neither_kept_nor_told() {
    Person cem = Person.signUp(port);
    cem.befriend(bob);
    Told toAnn = Told.fromNow(ann);
    for (Refused what : Refused.values()) {
      attempt(what, cem).expectProblem(what.status, what.code);
      assertThat(read(ann, bob)).as("%s", what).isEmpty();
    }
    assertThat(ann.get("/api/conversations").expect(200).json()).isEmpty();
    assertThat(unread(bob)).isZero();
    assertThat(toAnn.events()).isEmpty();
  }

  @Test
  void a_message_says_all_that_is_known_of_it() {
    JsonNode said =
        write(ann, bob.id(), "text", "  two\nlines\u0000 ", "client_id", "c").expect(201).json();
    assertThat(said.get("text").asString()).isEqualTo("two\nlines");
    assertThat(said.get("from_user_id").asLong()).isEqualTo(ann.id());
    assertThat(said.get("from_username").asString()).isEqualTo(ann.name());
    assertThat(said.get("to_user_id").asLong()).isEqualTo(bob.id());
    assertThat(said.get("timestamp").asLong())
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
    assertThat(said.get("deleted").asBoolean()).isFalse();
    assertThat(said.get("reply_to").isNull()).isTrue();
    assertThat(read(bob, ann).get(0)).isEqualTo(said);
  }

  @Test
  void what_was_taken_back_does_not_come_back_when_its_client_sends_it_again() {
    Map<String, Object> draft =
        Map.of("to_user_id", bob.id(), "text", "take this", "client_id", "phone/1");
    String id = sent(ann.post(MESSAGES, draft));
    ann.delete(MESSAGES + "/" + id).expect(204);
    ann.delete(MESSAGES + "/" + id).expect(204);
    Told told = Told.fromNow(bob);
    JsonNode again = ann.post(MESSAGES, draft).expect(201).json();
    assertThat(again.get("message_id").asString()).isEqualTo(id);
    assertThat(again.get("deleted").asBoolean()).isTrue();
    assertThat(again.get("text").asString()).isEmpty();
    JsonNode seen = read(bob, ann);
    assertThat(seen).hasSize(1);
    assertThat(seen.toString()).doesNotContain("take this");
    assertThat(told.events().toString()).doesNotContain("take this");
    assertThat(unread(bob)).isZero();
  }

  @Test
  void a_retry_with_other_words_keeps_the_first_ones() {
    String first = sent(write(ann, bob.id(), "text", "first", "client_id", "7"));
    JsonNode second = write(ann, bob.id(), "text", "second", "client_id", " 7 ").expect(201).json();
    assertThat(second.get("message_id").asString()).isEqualTo(first);
    assertThat(second.get("text").asString()).isEqualTo("first");
    assertThat(sent(write(bob, ann.id(), "text", "third", "client_id", "7"))).isNotEqualTo(first);
    for (int i = 0; i < 2; i++) {
      write(ann, bob.id(), "text", "none", "client_id", " ").expect(201);
    }
    assertThat(read(bob, ann).valueStream().map(it -> it.get("text").asString()))
        .containsExactly("first", "third", "none", "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void a_place_in_another_conversation_is_refused_and_named(String field) {
    Person cem = Person.signUp(port);
    cem.befriend(bob);
    String foreign = sent(write(bob, cem.id(), "text", "elsewhere"));
    for (String place : List.of(foreign, "0".repeat(32), "nonsense", "%20", "-1")) {
      Answer refused =
          ann.get("%s?user_id=%d&%s=%s".formatted(MESSAGES, bob.id(), field, place))
              .expectProblem(400, "invalid_cursor");
      assertThat(refused.json().get("field").asString()).isEqualTo(field);
    }
  }

  @Test
  void a_page_in_the_past_holds_those_just_before_a_message() {
    List<String> ids =
        Stream.of("1", "2", "3", "4").map(it -> sent(write(ann, bob.id(), "text", it))).toList();
    String before = "%s?user_id=%d&before=%s".formatted(MESSAGES, bob.id(), ids.get(2));
    assertThat(ann.get(before).expect(200).all("text")).containsExactly("1", "2");
    assertThat(ann.get(before + "&limit=1").expect(200).all("text")).containsExactly("2");
    assertThat(ann.get(before.replace(ids.get(2), ids.getFirst())).expect(200).json()).isEmpty();
    assertThat(ann.get(before + "&limit=1").next()).isNull();
  }

  @Test
  void only_those_of_a_conversation_mark_it_as_read() {
    Person cem = Person.signUp(port);
    String id = sent(write(bob, ann.id(), "text", "hi"));
    Map<String, Object> ofBob = Map.of("user_id", bob.id(), "message_id", id);
    cem.post(MESSAGES + "/read", ofBob).expectProblem(403, "not_friends");
    bob.post(MESSAGES + "/read", Map.of("user_id", bob.id())).expectProblem(400, "to_yourself");
    ann.post(MESSAGES + "/read", Map.of()).expectProblem(400, "missing_field");
    ann.post(MESSAGES + "/read", Map.of("user_id", 999_999_999)).expectProblem(404, "not_found");
    assertThat(unread(ann)).isEqualTo(1);
    Told told = Told.fromNow(bob);
    ann.post(MESSAGES + "/read", ofBob).expect(200);
    ann.post(MESSAGES + "/read", ofBob).expect(200);
    assertThat(unread(ann)).isZero();
    assertThat(told.types()).as("told once").containsExactly("message_read");
    JsonNode read = told.events().getFirst().get("data");
    assertThat(read.get("user_id").asLong()).isEqualTo(ann.id());
    assertThat(read.get("message_id").asString()).isEqualTo(id);
  }

  @Test
  void conversations_come_in_pages_the_latest_first() {
    for (int i = 0; i < 3; i++) {
      Person friend = Person.signUp(port);
      friend.befriend(ann);
      write(friend, ann.id(), "text", "from " + i).expect(201);
    }
    write(ann, bob.id(), "text", "to Bob").expect(201);
    List<String> all = ann.get("/api/conversations").expect(200).all("username");
    assertThat(all).hasSize(4).startsWith(bob.name());
    for (int limit = 1; limit <= 5; limit++) {
      assertThat(Albums.all(ann, "/api/conversations?limit=" + limit, "username")).isEqualTo(all);
    }
    String next = String.valueOf(ann.get("/api/conversations?limit=1").next());
    bob.get(next).expectProblem(400, "invalid_cursor");
    assertThat(unread(ann)).isEqualTo(3);
  }

  @Test
  void somebody_who_leaves_takes_the_conversation_along() {
    String first = sent(write(bob, ann.id(), "text", "words of mine"));
    write(ann, bob.id(), "text", "yes", "reply_to", first).expect(201);
    bob.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(ann.get("/api/conversations").expect(200).json()).isEmpty();
    assertThat(unread(ann)).isZero();
    ann.get(MESSAGES + "?user_id=" + bob.id()).expectProblem(404, "not_found");
    ann.delete(MESSAGES + "/" + first).expectProblem(404, "not_found");
    assertThat(new Told(ann, 0).events().toString()).doesNotContain("words of mine");
  }
}
