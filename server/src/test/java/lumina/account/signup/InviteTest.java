package lumina.account.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class InviteTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann;

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private JsonNode invite(Map<String, Object> draft) {
    return ann.post("/api/invites", draft).expect(201).json();
  }

  private Answer join(String token) {
    String name = "j" + UUID.randomUUID().toString().substring(0, 12);
    return Person.stranger(port)
        .post(
            "/api/auth/signup",
            Map.of("username", name, "password", Person.PASSWORD, "invite", token));
  }

  @Test
  void who_comes_by_an_invitation_is_a_friend_of_who_invited() {
    String token = invite(Map.of()).get("token").asString();
    Person bob = Person.stranger(port).signedIn(join(token).expect(201));
    assertThat(ann.get("/api/friends").all("username")).containsExactly(bob.name());
    assertThat(bob.get("/api/friends").all("username")).containsExactly(ann.name());
    assertThat(ann.get("/api/notifications").all("kind")).contains("friend_accepted");
    assertThat(ann.get("/api/invites").json().get(0).get("used").asLong()).isEqualTo(1);
  }

  @Test
  void whoever_has_the_link_learns_who_invites() {
    JsonNode invite = invite(Map.of());
    assertThat(invite.get("url").asString()).isEqualTo("/join/" + invite.get("token").asString());
    Answer told = Person.stranger(port).get("/api/invites/" + invite.get("token").asString());
    assertThat(told.expect(200).json().get("username").asString()).isEqualTo(ann.name());
    assertThat(told.text()).doesNotContain("email");
    Person.stranger(port).get("/api/invites/nonsense").expectProblem(404, "not_found");
  }

  @Test
  void an_invitation_is_good_for_as_many_as_it_says() {
    String token = invite(Map.of("uses", 1)).get("token").asString();
    join(token).expect(201);
    join(token).expectProblem(400, "invalid_invite");
    Person.stranger(port).get("/api/invites/" + token).expectProblem(404, "not_found");
  }

  @Test
  void one_that_could_not_be_used_is_still_good() {
    String token = invite(Map.of("uses", 1)).get("token").asString();
    Map<String, String> taken =
        Map.of("username", ann.name(), "password", Person.PASSWORD, "invite", token);
    Person.stranger(port).post("/api/auth/signup", taken).expectProblem(409, "username_taken");
    join(token).expect(201);
  }

  @Test
  void an_invitation_ends_when_it_says_and_when_it_is_taken_back() {
    JsonNode ended = invite(Map.of("expires_at", System.currentTimeMillis() + 3_600_000));
    sql.sql("UPDATE invites SET expires_at = 1 WHERE id = :id")
        .param("id", ended.get("id").asLong())
        .update();
    join(ended.get("token").asString()).expectProblem(400, "invalid_invite");
    JsonNode back = invite(Map.of());
    Person.signUp(port).delete("/api/invites/" + back.get("id").asLong()).expect(404);
    ann.delete("/api/invites/" + back.get("id").asLong()).expect(204);
    join(back.get("token").asString()).expectProblem(400, "invalid_invite");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    ann.post("/api/invites", Map.of("uses", 0)).expectProblem(400, "invalid_uses");
    ann.post("/api/invites", Map.of("expires_at", 5)).expectProblem(400, "invalid_expires_at");
    Person.stranger(port).post("/api/invites", Map.of()).expectProblem(401, "not_signed_in");
    ann.post("/api/invites").expect(201);
  }

  @Test
  void the_list_comes_in_pages_newest_first() {
    long first = invite(Map.of()).get("id").asLong();
    long second = invite(Map.of("uses", 3)).get("id").asLong();
    Answer page = ann.get("/api/invites?limit=1").expect(200);
    assertThat(page.json().get(0).get("id").asLong()).isEqualTo(second);
    Answer next = ann.get(String.valueOf(page.next())).expect(200);
    assertThat(next.json().get(0).get("id").asLong()).isEqualTo(first);
    assertThat(next.next()).isNull();
  }
}
