package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How long and how deep JSON bodies may be (docs/operations.md), what they may be called, and in
/// what the server answers.
@Tag("local")
@ServerTest
class JsonLimitsTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private Answer patch(String body, String... headers) {
    var request = ann.request("/api/account");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return ann.send(request.method("PATCH", BodyPublishers.ofString(body)));
  }

  private Answer patchJson(String body) {
    return patch(body, "Content-Type", "application/json");
  }

  private String bio() {
    return ann.get("/api/auth/me").expect(200).json().get("bio").asString();
  }

  @ParameterizedTest
  @CsvSource({"90000, 200", "99000, 200", "110000, 400", "200000, 400"})
  void a_body_has_a_hundred_kilobytes_at_most(int bytes, int status) {
    String body = "{\"bio\":\"short\",\"other\":\"%s\"}";
    Answer answer = patchJson(body.formatted("x".repeat(bytes - body.length() + 2)));
    answer.expect(status);
    if (status == 400) {
      answer.expectProblem(400, "invalid_request");
    }
    assertThat(bio()).isEqualTo(status == 200 ? "short" : "");
  }

  @ParameterizedTest
  @CsvSource({"19, 200", "20, 400"})
  void a_body_has_twenty_levels_at_most(int more, int status) {
    Answer answer =
        patchJson(
            "{\"bio\":\"flat\",\"other\":%s%s}".formatted("[".repeat(more), "]".repeat(more)));
    answer.expect(status);
    assertThat(bio()).isEqualTo(status == 200 ? "flat" : "");
  }

  @Test
  void fields_that_nobody_knows_are_passed_over_and_null_changes_nothing() {
    patchJson("{\"bio\":\"mine\",\"role\":\"admin\",\"id\":1,\"username\":\"root\"}").expect(200);
    patchJson("{\"bio\":null,\"name\":null}").expect(200);
    assertThat(bio()).isEqualTo("mine");
    assertThat(ann.get("/api/auth/me").json().get("username").asString()).isEqualTo(ann.name());
    assertThat(ann.get("/api/auth/me").json().get("id").asLong()).isEqualTo(ann.id());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "application/json;charset=UTF-8, 200",
    "APPLICATION/JSON, 200",
    "text/plain, 415",
    "application/x-www-form-urlencoded, 415",
    "multipart/form-data; boundary=x, 415",
    "nonsense, 415"
  })
  void only_json_is_read_as_json(String type, int status) {
    Answer answer = patch("{\"bio\":\"read\"}", "Content-Type", type);
    if (status == 415) {
      answer.expectProblem(415, "unsupported_media_type");
    }
    assertThat(answer.status()).isEqualTo(status);
    assertThat(bio()).isEqualTo(status == 200 ? "read" : "");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, 200",
    "application/json, 200",
    "'text/html, application/json;q=0.1', 200",
    "text/html, 406",
    "image/png, 406"
  })
  void whoever_takes_no_json_gets_none_but_a_problem(String accepted, int status) {
    Answer answer = ann.send(ann.request("/api/auth/me").header("Accept", accepted).GET());
    if (status == 406) {
      answer.expectProblem(406, "not_acceptable");
    } else {
      answer.expect(status);
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
  }

  @ParameterizedTest
  @CsvSource({"name, 60, 200", "name, 61, 400", "bio, 300, 200", "bio, 301, 400"})
  void a_text_is_counted_in_characters_without_space_around_it(
      String field, int length, int status) {
    String text = "🌊".repeat(length);
    Answer answer = patchJson("{\"%s\":\"  %s \"}".formatted(field, text)).expect(status);
    if (status == 400) {
      answer.expectProblem(400, "too_long");
      assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }
    assertThat(ann.get("/api/auth/me").json().get(field).asString())
        .isEqualTo(status == 200 ? text : "");
  }
}
