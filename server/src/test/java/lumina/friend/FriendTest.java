package lumina.friend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class FriendTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private static Answer ask(Person who, Person whom) {
    return who.post("/api/friends/request", Map.of("username", whom.name()));
  }

  private static long idOf(Answer request) {
    return request.expect(201).json().get("id").asLong();
  }

  private static Answer respond(Person who, long request, boolean accept) {
    return who.post("/api/friends/respond", Map.of("request_id", request, "accept", accept));
  }

  @Test
  void a_request_is_answered_by_the_one_who_was_asked() {
    long id = idOf(ask(ann, bob));
    JsonNode pending = bob.get("/api/friends/requests").expect(200).json();
    assertThat(pending.get(0).get("requester_username").asString()).isEqualTo(ann.name());
    assertThat(pending.get(0).get("status").asString()).isEqualTo("pending");
    respond(ann, id, true).expectProblem(403, "not_yours");
    respond(Person.signUp(port), id, true).expectProblem(404, "not_found");
    assertThat(respond(bob, id, true).expect(200).json().get("status").asString())
        .isEqualTo("accepted");
    respond(bob, id, true).expectProblem(409, "already_answered");
    areFriends();
    assertThat(bob.get("/api/friends/requests").json().size()).isZero();
  }

  @Test
  void a_declined_request_can_be_sent_again() {
    respond(bob, idOf(ask(ann, bob)), false).expect(200);
    assertThat(ann.get("/api/friends").json().size()).isZero();
    ask(ann, bob).expect(201);
  }

  @Test
  void asking_someone_who_has_asked_me_accepts() {
    ask(ann, bob).expect(201);
    assertThat(ask(bob, ann).expect(201).json().get("status").asString()).isEqualTo("accepted");
    assertThat(ann.get("/api/friends").all("username")).containsExactly(bob.name());
  }

  @Test
  void a_request_is_sent_once_and_never_to_oneself_or_a_friend() {
    ask(ann, bob).expect(201);
    ask(ann, bob).expectProblem(409, "already_requested");
    ask(ann, ann).expectProblem(400, "to_yourself");
    ask(bob, ann).expect(201);
    ask(ann, bob).expectProblem(409, "already_friends");
    ann.post("/api/friends/request", Map.of("username", "nobody-here"))
        .expectProblem(404, "not_found");
    ann.post("/api/friends/request", Map.of()).expectProblem(400, "missing_field");
  }

  @RepeatedTest(5)
  void two_who_ask_each_other_at_once_are_friends_once() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        var _ = both.submit(() -> askAfter(start, ann, bob));
        var _ = both.submit(() -> askAfter(start, bob, ann));
      }
      start.countDown();
    }
    areFriends();
    assertThat(ann.get("/api/friends/requests").json().size()).isZero();
    assertThat(bob.get("/api/friends/requests").json().size()).isZero();
  }

  private static Answer askAfter(CountDownLatch start, Person who, Person whom)
      throws InterruptedException {
    start.await();
    return ask(who, whom);
  }

  @Test
  void a_request_answered_twice_at_once_is_answered_once() {
    long id = idOf(ask(ann, bob));
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        boolean accept = i % 2 == 0;
        var _ = clicks.submit(() -> statuses.add(respond(bob, id, accept).status()));
      }
    }
    assertThat(statuses).containsOnlyOnce(200).hasSize(6);
    int friends = ann.get("/api/friends").json().size();
    assertThat(bob.get("/api/friends").json().size()).isEqualTo(friends);
  }

  @Test
  void either_side_ends_it_and_may_begin_anew() {
    ann.befriend(bob);
    bob.delete("/api/friends/" + ann.id()).expect(204);
    assertThat(ann.get("/api/friends").json().size()).isZero();
    bob.delete("/api/friends/" + ann.id()).expectProblem(404, "not_found");
    ask(ann, bob).expect(201);
  }

  @Test
  void a_request_that_is_still_pending_between_friends_ends_and_they_stay_friends() {
    long id = idOf(ask(ann, bob));
    respond(bob, id, true).expect(200);
    var _ =
        sql.sql("UPDATE friend_requests SET status = 'pending' WHERE id = ?").param(id).update();
    ask(bob, ann).expectProblem(409, "already_friends");
    respond(bob, id, true).expect(200);
    respond(bob, id, true).expectProblem(409, "already_answered");
    areFriends();
  }

  @ParameterizedTest(name = "answered: {0}")
  @ValueSource(booleans = {true, false})
  void a_friendship_of_which_only_one_side_is_there_becomes_whole(boolean answered) {
    long id = idOf(ask(ann, bob));
    var _ = sql.sql("INSERT INTO friendships VALUES (?, ?, 1)").params(ann.id(), bob.id()).update();
    if (answered) {
      respond(bob, id, true).expect(200);
    } else {
      ask(bob, ann).expect(201);
    }
    areFriends();
  }

  private void areFriends() {
    assertThat(ann.get("/api/friends").all("username")).containsExactly(bob.name());
    assertThat(bob.get("/api/friends").all("username")).containsExactly(ann.name());
  }
}
