package lumina.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Cookies, what a request writes, and the list of sessions.
@ServerTest
class SessionRulesTest {
  private static final String SESSIONS = "/api/account/sessions";

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private Answer logIn(Person by, String... headers) {
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(ann.name(), Person.PASSWORD);
    var request = by.request("/api/auth/login").header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return by.send(request.POST(BodyPublishers.ofString(body))).expect(200);
  }

  private static List<String> cookies(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie");
  }

  @ParameterizedTest
  @CsvSource({"https, true", "http, false"})
  void behind_tls_cookies_are_sent_by_tls_alone_and_browsers_are_told_so(
      String protocol, boolean secure) {
    Answer answer = logIn(Person.stranger(port), "X-Forwarded-Proto", protocol);
    assertThat(cookies(answer))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie.contains("; Secure")).isEqualTo(secure))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"))
        .noneSatisfy(cookie -> assertThat(cookie).contains("Domain"));
    if (secure) {
      assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
    } else {
      assertThat(answer.header("Strict-Transport-Security")).isNull();
    }
  }

  @Test
  void a_browser_keeps_a_session_for_ninety_days_and_forgets_it_at_log_out() {
    Answer answer = logIn(Person.stranger(port));
    assertThat(cookies(answer).getFirst())
        .matches("session=[A-Za-z0-9_-]{43};.*")
        .contains("Max-Age=" + Duration.ofDays(90).toSeconds() + ";");
    Person phone = ann.signedIn(answer);
    Answer out = phone.post("/api/auth/logout").expect(204);
    assertThat(cookies(out)).hasSize(1);
    assertThat(cookies(out).getFirst()).startsWith("session=;").contains("Max-Age=0");
    Answer all = ann.delete(SESSIONS).expect(204);
    assertThat(cookies(all).getFirst()).startsWith("session=;").contains("Max-Age=0");
  }

  @Test
  void a_device_keeps_its_name_and_gets_a_new_session_each_time() {
    Answer first = logIn(Person.stranger(port));
    String device = cookies(first).getLast().replaceFirst(";.*", "");
    assertThat(device).startsWith("device=");
    Answer second = logIn(new Person(ann.server(), "", 0, device));
    assertThat(cookies(second).getLast()).startsWith(device + ";");
    assertThat(ann.signedIn(second).cookie()).isNotEqualTo(ann.signedIn(first).cookie());
    new Person(ann.server(), "", 0, device).get("/api/auth/me").expectProblem(401, "not_signed_in");
  }

  @ParameterizedTest
  @CsvSource({"59, false", "61, true"})
  void a_request_writes_nothing_within_an_hour_of_the_last_use(int minutes, boolean written) {
    long then = System.currentTimeMillis() - Duration.ofMinutes(minutes).toMillis();
    sql.sql("UPDATE sessions SET last_used_at = :then WHERE user_id = :ann")
        .param("then", then)
        .param("ann", ann.id())
        .update();
    for (int i = 0; i < 3; i++) {
      ann.get("/api/auth/me").expect(200);
      ann.get("/api/photos").expect(200);
    }
    long used =
        sql.sql("SELECT last_used_at FROM sessions WHERE user_id = :ann")
            .param("ann", ann.id())
            .query(Long.class)
            .single();
    assertThat(used > then).isEqualTo(written);
  }

  @Test
  void sessions_are_listed_last_used_first_with_the_program_and_none_of_their_secret() {
    Person phone = ann.signedIn(logIn(Person.stranger(port), "User-Agent", "Phone/1 (it)"));
    Person tablet = ann.signedIn(logIn(Person.stranger(port), "User-Agent", "x".repeat(300)));
    sql.sql(
            "UPDATE sessions SET last_used_at = last_used_at - 1000 WHERE user_id = :ann AND device LIKE 'x%'")
        .param("ann", ann.id())
        .update();
    JsonNode list = tablet.get(SESSIONS).expect(200).json();
    assertThat(list).hasSize(3);
    assertThat(list.valueStream().map(it -> it.get("device").asString())).contains("Phone/1 (it)");
    JsonNode last = list.get(2);
    assertThat(last.get("device").asString()).hasSize(200);
    assertThat(last.get("current").asBoolean()).isTrue();
    assertThat(list.valueStream().filter(it -> it.get("current").asBoolean())).hasSize(1);
    assertThat(list.valueStream().map(it -> it.get("last_used_at").asLong()).toList().reversed())
        .isSorted();
    for (Person mine : List.of(ann, phone, tablet)) {
      String secret = String.valueOf(mine.cookie()).replace("session=", "");
      assertThat(list.toString()).doesNotContain(secret);
    }
    assertThat(list.valueStream().map(it -> it.get("id").asString()))
        .allMatch(id -> id.length() == 16);
    assertThat(stored()).noneMatch(it -> String.valueOf(ann.cookie()).contains(it));
  }

  private List<String> stored() {
    return sql.sql("SELECT token_hash FROM sessions WHERE user_id = :ann")
        .param("ann", ann.id())
        .query(String.class)
        .list();
  }

  @Test
  void nobody_ends_the_sessions_of_others_and_an_unknown_one_is_not_there() {
    Person bob = Person.signUp(port);
    String anns = ann.get(SESSIONS).json().get(0).get("id").asString();
    bob.delete(SESSIONS + "/" + anns).expectProblem(404, "not_found");
    bob.delete(SESSIONS).expect(204);
    ann.get("/api/auth/me").expect(200);
    ann.delete(SESSIONS + "/" + "0".repeat(16)).expectProblem(404, "not_found");
    ann.delete(SESSIONS + "/" + anns.substring(1)).expectProblem(404, "not_found");
    ann.delete(SESSIONS + "/" + anns).expect(204);
    ann.get("/api/auth/me").expectProblem(401, "not_signed_in");
  }

  @Test
  void whoever_logs_out_twice_is_told_that_nobody_is_signed_in() {
    ann.post("/api/auth/logout").expect(204);
    ann.post("/api/auth/logout").expectProblem(401, "not_signed_in");
    ann.post("/api/photos/known", Map.of("checksums", List.of()))
        .expectProblem(401, "not_signed_in");
  }
}
