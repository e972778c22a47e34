package lumina.friend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class BlockTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  @Test
  void blocking_ends_the_friendship_and_keeps_both_apart() {
    ann.put("/api/blocks/" + bob.id()).expect(204);
    ann.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(bob.get("/api/friends").json().size()).isZero();
    assertThat(ann.get("/api/blocks").all("username")).containsExactly(bob.name());
    assertThat(bob.get("/api/blocks").json().size()).isZero();
    assertThat(bob.get("/api/users?q=" + ann.name()).json().size()).isZero();
    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "hello?"))
        .expectProblem(403, "not_friends");
  }

  @Test
  void a_blocked_person_is_not_told_and_never_heard() {
    ann.put("/api/blocks/" + bob.id()).expect(204);
    Told told = Told.fromNow(ann);
    bob.get("/api/users/lookup?username=" + ann.name()).expect(200);
    Answer asked = bob.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
    assertThat(ann.get("/api/friends/requests").json().size()).isZero();
    assertThat(ann.get("/api/notifications/unread").json().get("unread").asInt()).isZero();
    bob.post("/api/friends/request", Map.of("user_id", ann.id()))
        .expectProblem(409, "already_requested");
    bob.delete("/api/friends/requests/" + asked.json().get("id").asLong()).expect(204);
    assertThat(told.events()).isEmpty();
  }

  @Test
  void a_request_sent_in_spite_of_a_block_is_there_without_a_word_when_the_block_ends() {
    ann.post("/api/notifications/read").expect(204);
    ann.put("/api/blocks/" + bob.id()).expect(204);
    bob.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    assertThat(ann.get("/api/notifications/unread").json().get("unread").asInt()).isZero();
    assertThat(ann.get("/api/friends/requests").json().size()).isEqualTo(1);
  }

  @Test
  void who_blocks_must_unblock_before_asking() {
    ann.put("/api/blocks/" + bob.id()).expect(204);
    ann.post("/api/friends/request", Map.of("user_id", bob.id())).expectProblem(409, "blocked");
    ann.delete("/api/blocks/" + bob.id()).expect(204);
    ann.post("/api/friends/request", Map.of("user_id", bob.id())).expect(201);
  }

  @Test
  void nobody_blocks_themselves_or_nobody() {
    ann.put("/api/blocks/" + ann.id()).expectProblem(400, "to_yourself");
    ann.put("/api/blocks/999999999").expectProblem(404, "not_found");
  }
}
