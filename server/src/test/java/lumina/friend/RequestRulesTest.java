package lumina.friend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who may do what with a friend request, and that nothing changes where somebody may not.
@ServerTest
class RequestRulesTest {
  private static final String REQUESTS = "/api/friends/requests";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private static JsonNode ask(Person who, Person whom) {
    return who.post("/api/friends/request", Map.of("user_id", whom.id())).expect(201).json();
  }

  private static Answer respond(Person who, JsonNode request, boolean accept) {
    Map<String, Object> answer = Map.of("request_id", request.get("id").asLong(), "accept", accept);
    return who.post("/api/friends/respond", answer);
  }

  private static List<String> asking(Person person) {
    return person.get(REQUESTS).expect(200).all("requester_username");
  }

  private static List<String> asked(Person person) {
    return person.get(REQUESTS + "/sent").expect(200).all("receiver_username");
  }

  private static List<String> friendsOf(Person person) {
    return person.get("/api/friends").expect(200).all("username");
  }

  @Test
  void a_request_says_who_asks_whom_since_when() {
    JsonNode request = ask(ann, bob);
    assertThat(request.get("requester_id").asLong()).isEqualTo(ann.id());
    assertThat(request.get("requester_username").asString()).isEqualTo(ann.name());
    assertThat(request.get("receiver_id").asLong()).isEqualTo(bob.id());
    assertThat(request.get("receiver_username").asString()).isEqualTo(bob.name());
    assertThat(request.get("status").asString()).isEqualTo("pending");
    assertThat(request.get("created_at").asLong())
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
    assertThat(bob.get(REQUESTS).expect(200).json().get(0)).isEqualTo(request);
    assertThat(ann.get(REQUESTS + "/sent").expect(200).json().get(0)).isEqualTo(request);
    assertThat(asking(ann)).isEmpty();
    assertThat(asked(bob)).isEmpty();
    assertThat(respond(bob, request, true).expect(200).json().get("status").asString())
        .isEqualTo("accepted");
    assertThat(asked(ann)).isEmpty();
    JsonNode friend = ann.get("/api/friends").json().get(0);
    assertThat(friend.get("id").asLong()).isEqualTo(bob.id());
    assertThat(friend.get("since").asLong()).isPositive();
  }

  @Test
  void somebody_is_asked_by_a_name_in_any_case_and_space() {
    String typed = " " + bob.name().toUpperCase(Locale.ROOT) + "\n";
    ann.post("/api/friends/request", Map.of("username", typed)).expect(201);
    assertThat(asking(bob)).containsExactly(ann.name());
    ann.post("/api/friends/request", Map.of("username", bob.name()))
        .expectProblem(409, "already_requested");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/api/friends/request; {\"user_id\":999999999}; 404; not_found; null",
        "/api/friends/request; {\"username\":\"\"}; 404; not_found; null",
        "/api/friends/request; {\"user_id\":null}; 400; missing_field; username",
        "/api/friends/respond; {\"accept\":true}; 400; missing_field; request_id",
        "/api/friends/respond; {\"request_id\":999999999}; 400; missing_field; accept",
        "/api/friends/respond; {\"request_id\":1,\"accept\":null}; 400; missing_field; accept",
        "/api/friends/respond; {\"request_id\":999999999,\"accept\":true}; 404; not_found; null"
      })
  void what_names_nobody_or_says_nothing_is_refused(
      String path, String body, int status, String code, String field) {
    Answer refused = ann.json("POST", path, body).expectProblem(status, code);
    assertThat(refused.json().path("field").asString("null")).isEqualTo(field);
  }

  @Test
  void only_who_asked_takes_a_request_back_and_only_until_it_is_answered() {
    JsonNode request = ask(ann, bob);
    String address = REQUESTS + "/" + request.get("id").asLong();
    bob.delete(address).expectProblem(404, "not_found");
    Person.signUp(port).delete(address).expectProblem(404, "not_found");
    assertThat(asking(bob)).containsExactly(ann.name());
    ann.delete(address).expect(204);
    ann.delete(address).expectProblem(404, "not_found");
    respond(bob, request, true).expectProblem(404, "not_found");
    assertThat(asking(bob)).isEmpty();
    assertThat(friendsOf(bob)).isEmpty();
    for (boolean accept : List.of(false, true)) {
      JsonNode answered = ask(ann, bob);
      respond(bob, answered, accept).expect(200);
      ann.delete(REQUESTS + "/" + answered.get("id").asLong()).expectProblem(404, "not_found");
      assertThat(friendsOf(ann)).hasSize(accept ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_request_is_not_answered_by_who_sent_it_nor_by_anybody_else(boolean accept) {
    JsonNode request = ask(ann, bob);
    Told told = Told.fromNow(bob);
    respond(ann, request, accept).expectProblem(403, "not_yours");
    respond(Person.signUp(port), request, accept).expectProblem(404, "not_found");
    assertThat(asking(bob)).containsExactly(ann.name());
    assertThat(asked(ann)).containsExactly(bob.name());
    assertThat(friendsOf(ann)).isEmpty();
    assertThat(told.events()).isEmpty();
  }

  @Test
  void a_declined_request_is_gone_for_both_until_either_asks_again() {
    JsonNode first = ask(ann, bob);
    assertThat(respond(bob, first, false).expect(200).json().get("status").asString())
        .isEqualTo("declined");
    respond(bob, first, true).expectProblem(409, "already_answered");
    assertThat(asking(bob)).isEmpty();
    assertThat(asked(ann)).isEmpty();
    assertThat(friendsOf(bob)).isEmpty();

    Told told = Told.fromNow(bob);
    JsonNode again = ask(ann, bob);
    assertThat(again.get("status").asString()).isEqualTo("pending");
    assertThat(again.get("created_at").asLong())
        .isGreaterThanOrEqualTo(first.get("created_at").asLong());
    assertThat(told.types()).containsExactly("friend_request");
    respond(bob, again, false).expect(200);
    ask(bob, ann);
    assertThat(asking(ann)).containsExactly(bob.name());
    assertThat(asking(bob)).isEmpty();
  }

  @Test
  void only_friends_part_and_nobody_else_notices() {
    Person cem = Person.signUp(port);
    ann.befriend(bob);
    ann.befriend(cem);
    Told told = Told.fromNow(cem);
    cem.delete("/api/friends/" + bob.id()).expectProblem(404, "not_found");
    ann.delete("/api/friends/" + ann.id()).expectProblem(404, "not_found");
    ann.delete("/api/friends/999999999").expectProblem(404, "not_found");
    assertThat(friendsOf(ann)).containsExactlyInAnyOrder(bob.name(), cem.name());
    bob.delete("/api/friends/" + ann.id()).expect(204);
    assertThat(friendsOf(ann)).containsExactly(cem.name());
    assertThat(friendsOf(cem)).containsExactly(ann.name());
    assertThat(told.events()).isEmpty();
  }

  @Test
  void a_pending_request_is_no_friendship() {
    String photo = "/api/photos/" + ann.uploadPhoto("audience", "friends");
    ask(ann, bob);
    bob.get(photo).expectProblem(404, "not_found");
    for (Person writer : List.of(ann, bob)) {
      long to = writer.equals(ann) ? bob.id() : ann.id();
      writer
          .post("/api/messages", Map.of("to_user_id", to, "text", "hello"))
          .expectProblem(403, "not_friends");
      assertThat(writer.get("/api/conversations").expect(200).json()).isEmpty();
    }
    assertThat(bob.get("/api/photos?scope=home").expect(200).json()).isEmpty();
  }
}
