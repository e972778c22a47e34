package lumina.http.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("local")
@ServerTest
class ErrorsTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/nothing, 404, not_found",
    "PUT, /api/photos, 405, method_not_allowed",
    "DELETE, /api/auth/me, 405, method_not_allowed",
    "DELETE, /api/friends/abc, 404, not_found",
    "GET, /api/users/lookup, 400, invalid_request"
  })
  void every_error_is_a_problem_with_a_code(String method, String path, int status, String code) {
    ann.send(ann.request(path).method(method, BodyPublishers.noBody())).expectProblem(status, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "\"text\"", "{\"request_id\":\"x\"}", "{\"accept\":7}"})
  void a_body_that_cannot_be_read_is_refused(String body) {
    Answer answer = ann.json("POST", "/api/friends/respond", body).expect(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POST; /api/friends/respond; {\"request_id\":1,\"accept\":\"false\"}",
        "POST; /api/friends/respond; {\"request_id\":1,\"accept\":\"\"}",
        "POST; /api/friends/respond; {\"request_id\":1,\"accept\":1}",
        "POST; /api/friends/respond; {\"request_id\":\"1\",\"accept\":true}",
        "POST; /api/friends/respond; {\"request_id\":true,\"accept\":true}",
        "POST; /api/friends/request; {\"user_id\":\"\"}",
        "POST; /api/friends/request; {\"user_id\":1.5}",
        "POST; /api/friends/request; {\"username\":7}",
        "POST; /api/friends/request; {\"username\":true}",
        "POST; /api/invites; {\"uses\":\"3\"}",
        "PATCH; /api/account; {\"bio\":1.5}"
      })
  void nothing_is_taken_for_what_it_is_not(String method, String path, String body) {
    ann.json(method, path, body).expectProblem(400, "invalid_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GET; /api/users/lookup; ''; username",
        "GET; /api/messages; ''; user_id",
        "PATCH; /api/account; {\"bio\":5}; bio",
        "POST; /api/photos/known; {\"checksums\":[null]}; checksums"
      })
  void the_field_that_is_missing_or_of_another_type_is_named(
      String method, String path, String body, String field) {
    Answer answer = ann.json(method, path, body);
    answer.expectProblem(400, "invalid_request");
    assertThat(answer.json().get("field").asString()).isEqualTo(field);
    assertThat(answer.json().get("message").asString()).contains(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%00", "a%00b", "%ff", "x%ff", "%c3%28", "%ed%a0%80", "%zz", "%", "a%2fb", "a'b"})
  void an_id_that_cannot_be_read_is_the_id_of_nothing(String id) throws IOException {
    for (String line :
        List.of(
            "GET /api/photos/" + id,
            "GET /api/photos/" + id + "/comments",
            "DELETE /api/friends/" + id,
            "POST /api/uploads/" + id + "/complete")) {
      assertThat(raw("%s HTTP/1.1\r\nHost: localhost\r\n".formatted(line)))
          .as(line)
          .startsWith("HTTP/1.1 404")
          .contains("application/problem+json", "\"code\":\"not_found\"");
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String session = "Cookie: %s\r\nConnection: close\r\n\r\n".formatted(ann.cookie());
      socket.getOutputStream().write((request + session).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void a_body_far_larger_than_anything_to_say_is_refused() {
    String endless = "{\"username\":\"" + "x".repeat(5_000_000) + "\"}";
    ann.json("POST", "/api/friends/request", endless).expectProblem(400, "invalid_request");
    String deep = "[".repeat(50_000);
    ann.json("POST", "/api/friends/request", deep).expectProblem(400, "invalid_request");
  }

  @Test
  void a_body_of_another_kind_is_refused() {
    ann.send(
            ann.request("/api/friends/request")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("username=bob")))
        .expectProblem(415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/photos/%00",
        "/api/photos/%ff",
        "/api/photos?q=%ff%fe",
        "/api/photos/a%2fb",
        "/api/photos?limit=99999999999999999999",
        "/api/%2e%2e/photos",
        "/api/photos?topic=%00"
      })
  void odd_addresses_make_no_server_error(String path) {
    Answer answer = ann.get(path);
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.header("Content-Type")).matches("application/(problem\\+)?json.*");
  }

  @Test
  void what_the_web_server_itself_refuses_is_a_problem_too() throws IOException {
    assertThat(raw("GET /api/{x} HTTP/1.1\r\nHost: x\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"invalid_request\"");
  }

  @Test
  void whoever_is_not_signed_in_learns_nothing_of_what_exists() {
    Person anonymous = Person.stranger(port);
    for (String path :
        new String[] {"/api/photos", "/api/topics", "/api/friends", "/api/nothing"}) {
      anonymous.get(path).expectProblem(401, "not_signed_in");
    }
  }
}
