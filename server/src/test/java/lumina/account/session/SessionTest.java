package lumina.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class SessionTest {
  private static final long TWO_HOURS = 7_200_000;
  private static final String PASSWORD = "{\"password\":\"nine blue lamps\"}";
  private static final String NEW_PASSWORD =
      "{\"current_password\":\"%s\",\"new_password\":\"nine blue lamps\"}"
          .formatted(Person.PASSWORD);

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann;

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private Person logIn(Person by, String password) {
    return by.signedIn(answer(by, password).expect(200));
  }

  private Answer answer(Person by, String password) {
    return by.send(
        by.request("/api/auth/login")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(ann.name(), password))));
  }

  @Test
  void its_use_is_written_down() {
    sql.sql("UPDATE sessions SET last_used_at = last_used_at - :ago WHERE user_id = :ann")
        .param("ago", TWO_HOURS)
        .param("ann", ann.id())
        .update();
    ann.get("/api/auth/me").expect(200);
    long used = ann.get("/api/account/sessions").json().get(0).get("last_used_at").asLong();
    assertThat(used).isGreaterThan(System.currentTimeMillis() - TWO_HOURS / 2);
  }

  @Test
  void whoever_comes_can_ask_whose_it_is_without_an_error() {
    assertThat(ann.get("/api/auth/session").json().get("account"))
        .isEqualTo(ann.get("/api/auth/me").json());
    ann.post("/api/auth/logout", Map.of()).expect(204);
    for (Person nobody : List.of(ann, Person.stranger(port))) {
      JsonNode answer = nobody.get("/api/auth/session").expect(200).json();
      assertThat(answer.get("account").isNull()).isTrue();
    }
  }

  @Test
  void a_log_in_ends_the_session_it_came_with_and_no_other() {
    Person phone = logIn(Person.stranger(port), Person.PASSWORD);
    Person again = logIn(ann, Person.PASSWORD);
    ann.get("/api/auth/me").expectProblem(401, "not_signed_in");
    again.get("/api/auth/me").expect(200);
    phone.get("/api/auth/me").expect(200);
  }

  @Test
  void a_log_in_that_fails_ends_nothing() {
    answer(ann, "not the password").expect(401);
    ann.get("/api/auth/me").expect(200);
  }

  @Test
  void everything_of_mine_can_be_logged_out_at_once() {
    Person phone = logIn(Person.stranger(port), Person.PASSWORD);
    ann.delete("/api/account/sessions").expect(204);
    ann.get("/api/auth/me").expect(401);
    phone.get("/api/auth/me").expect(401);
  }

  @Test
  void a_session_that_is_in_use_is_refused_at_once_when_it_ends() {
    Person phone = logIn(Person.stranger(port), Person.PASSWORD);
    usedUntil(phone, () -> phone.post("/api/auth/logout").expect(204));
    Person tablet = logIn(Person.stranger(port), Person.PASSWORD);
    usedUntil(tablet, () -> ann.delete("/api/account/sessions/" + other()).expect(204));
    Person laptop = logIn(Person.stranger(port), Person.PASSWORD);
    usedUntil(laptop, () -> ann.json("PUT", "/api/account/password", NEW_PASSWORD).expect(204));
    Person watch = logIn(Person.stranger(port), "nine blue lamps");
    usedUntil(watch, () -> ann.json("DELETE", "/api/account", PASSWORD).expect(204));
  }

  /// The session that is not Ann's current one.
  private String other() {
    return ann.get("/api/account/sessions")
        .expect(200)
        .json()
        .valueStream()
        .filter(session -> !session.get("current").asBoolean())
        .map(session -> session.get("id").asString())
        .findAny()
        .orElseThrow();
  }

  private static void usedUntil(Person device, Runnable end) {
    device.get("/api/auth/me").expect(200);
    device.get("/api/auth/me").expect(200);
    end.run();
    device.get("/api/auth/me").expect(401);
  }

  @Test
  void a_new_device_is_told_to_the_others_each_time() {
    logIn(Person.stranger(port), Person.PASSWORD);
    assertThat(ann.get("/api/notifications").all("kind")).containsExactly("new_device");
    ann.post("/api/notifications/read").expect(204);
    logIn(Person.stranger(port), Person.PASSWORD);
    assertThat(ann.get("/api/notifications/unread").json().get("unread").asLong()).isEqualTo(1);
    assertThat(ann.get("/api/notifications").all("kind")).containsExactly("new_device");
  }

  @Test
  void every_answer_names_its_request_and_a_problem_says_it_too() {
    Answer fine = ann.get("/api/auth/me").expect(200);
    assertThat(fine.header("X-Request-Id")).hasSize(16);
    Answer refused = ann.get("/api/photos/nothing").expect(404);
    assertThat(refused.json().get("request_id").asString())
        .isEqualTo(refused.header("X-Request-Id"));
  }

  @Test
  void what_matters_to_security_is_one_line_of_the_log(CapturedOutput output) {
    Answer wrong = answer(Person.stranger(port), "not the password").expect(401);
    assertThat(output.toString().lines())
        .anyMatch(
            line ->
                line.contains("log_in_failed account=%d/%s ".formatted(ann.id(), ann.name()))
                    && line.contains("address=127.0.0.1")
                    && line.endsWith("request=" + wrong.header("X-Request-Id"))
                    && line.matches("\\d{4}-\\d\\d-\\d\\dT.*Z INFO  security .*"));
    Person phone = logIn(Person.stranger(port), Person.PASSWORD);
    Person bob = Person.signUp(port);
    phone.put("/api/blocks/" + bob.id());
    phone
        .json(
            "PUT",
            "/api/account/password",
            "{\"current_password\":\"%s\",\"new_password\":\"eight yellow lamps\"}"
                .formatted(Person.PASSWORD))
        .expect(204);
    bob.json("DELETE", "/api/account", "{\"password\":\"wrong\"}").expect(403);
    bob.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(output)
        .contains(
            " log_in account=" + ann.id(),
            " signed_up account=" + bob.id(),
            " blocked other=%d account=%d".formatted(bob.id(), ann.id()),
            " password_changed account=" + ann.id(),
            " session_ended account=" + ann.id(),
            " forbidden code=wrong_password account=" + bob.id(),
            " account_deleted account=" + bob.id());
    assertThat(output).doesNotContain(Person.PASSWORD, "eight yellow lamps");
  }
}
