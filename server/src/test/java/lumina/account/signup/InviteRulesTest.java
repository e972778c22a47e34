package lumina.account.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Told;
import lumina.stores.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Limits of invitations, and what does not use them up.
@ServerTest
class InviteRulesTest {
  private static final int MOST = 100;

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private JsonNode invite(Map<String, Object> draft) {
    return ann.post("/api/invites", draft).expect(201).json();
  }

  private Answer join(JsonNode invite, String... more) {
    Map<String, String> fields = new HashMap<>();
    fields.put("username", "j" + UUID.randomUUID().toString().substring(0, 12));
    fields.put("password", Person.PASSWORD);
    fields.put("invite", invite.get("token").asString());
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return Person.stranger(port).post("/api/auth/signup", fields);
  }

  private long used() {
    return ann.get("/api/invites").expect(200).json().get(0).get("used").asLong();
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "-1, 400", "1, 201", "10000, 201", "10001, 400"})
  void an_invitation_is_for_one_to_ten_thousand(long uses, int status) {
    Answer answer = ann.post("/api/invites", Map.of("uses", uses));
    if (status == 201) {
      assertThat(answer.expect(201).json().get("uses").asLong()).isEqualTo(uses);
    } else {
      Answer refused = answer.expectProblem(400, "invalid_uses");
      assertThat(refused.json().get("field").asString()).isEqualTo("uses");
      assertThat(refused.json().get("message").asString()).contains("1 to 10,000");
    }
    assertThat(ann.get("/api/invites").expect(200).json()).hasSize(status == 201 ? 1 : 0);
  }

  @Test
  void one_without_limits_says_so() {
    for (JsonNode made : List.of(invite(Map.of()), ann.post("/api/invites").expect(201).json())) {
      assertThat(made.get("uses").isNull()).isTrue();
      assertThat(made.get("expires_at").isNull()).isTrue();
      assertThat(made.get("used").asLong()).isZero();
      assertThat(made.get("created_at").asLong()).isPositive();
      assertThat(made.get("token").asString()).matches("[A-Za-z0-9_-]{22,}");
    }
    long end = System.currentTimeMillis() + 3_600_000;
    JsonNode ending = invite(Map.of("expires_at", end, "uses", 2));
    assertThat(ending.get("expires_at").asLong()).isEqualTo(end);
    Answer told = Person.stranger(port).get("/api/invites/" + ending.get("token").asString());
    assertThat(told.expect(200).json().get("expires_at").asLong()).isEqualTo(end);
  }

  @Test
  void a_refused_sign_up_uses_nothing_up_and_makes_no_friend() {
    JsonNode one = invite(Map.of("uses", 1));
    join(one, "password", "short").expectProblem(400, "password_too_short");
    join(one, "username", "no").expectProblem(400, "invalid_username");
    join(one, "username", ann.name()).expectProblem(409, "username_taken");
    join(one, "email", ann.name() + "@lumina.local").expectProblem(400, "reserved_email");
    join(one, "invite", "nonsense").expectProblem(400, "invalid_invite");
    assertThat(used()).isZero();
    assertThat(ann.get("/api/friends").expect(200).json()).isEmpty();
    join(one).expect(201);
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void of_those_who_come_at_once_as_many_get_in_as_it_is_for() {
    JsonNode two = invite(Map.of("uses", 2));
    List<Answer> answers = AtOnce.times(5, _ -> join(two));
    assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(2);
    assertThat(answers)
        .filteredOn(it -> it.status() != 201)
        .allSatisfy(it -> it.expectProblem(400, "invalid_invite"));
    assertThat(used()).isEqualTo(2);
    assertThat(ann.get("/api/friends").expect(200).json()).hasSize(2);
  }

  @Test
  void whoever_comes_by_it_is_a_friend_at_once_and_both_are_told() {
    Told told = Told.fromNow(ann);
    JsonNode invite = invite(Map.of());
    Person bob = Person.stranger(port).signedIn(join(invite).expect(201));
    assertThat(told.types()).containsExactly("friend_accepted");
    assertThat(new Told(bob, 0).types()).containsExactly("friend_accepted");
    String photo = ann.uploadPhoto("audience", "friends");
    bob.get("/api/photos/" + photo).expect(200);
    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "thanks")).expect(201);
    assertThat(ann.get("/api/friends/requests").expect(200).json()).isEmpty();
  }

  @Test
  void invitations_of_others_are_neither_listed_nor_taken_back() {
    JsonNode mine = invite(Map.of());
    Person bob = Person.signUp(port);
    assertThat(bob.get("/api/invites").expect(200).json()).isEmpty();
    bob.delete("/api/invites/" + mine.get("id").asLong()).expectProblem(404, "not_found");
    join(mine).expect(201);
    ann.delete("/api/invites/" + mine.get("id").asLong()).expect(204);
    ann.delete("/api/invites/" + mine.get("id").asLong()).expectProblem(404, "not_found");
    assertThat(ann.get("/api/friends").expect(200).json()).as("who came stays").hasSize(1);
  }

  @Test
  void whoever_has_a_hundred_open_ones_takes_one_back_first() {
    for (int i = 0; i < MOST; i++) {
      sql.sql(
              """
              INSERT INTO invites (user_id, token, uses, created_at, expires_at)
              VALUES (:user, :token, 1, 1, 0)
              """)
          .param("user", ann.id())
          .param("token", UUID.randomUUID().toString())
          .update();
    }
    ann.post("/api/invites", Map.of()).expectProblem(409, "too_many_invites");
    JsonNode newest = ann.get("/api/invites?limit=1").expect(200).json().get(0);
    join(newest).expect(201);
    invite(Map.of("uses", 1));
    ann.post("/api/invites", Map.of()).expectProblem(409, "too_many_invites");
    long open = ann.get("/api/invites?limit=1").json().get(0).get("id").asLong();
    ann.delete("/api/invites/" + open).expect(204);
    ann.post("/api/invites", Map.of()).expect(201);
  }
}
