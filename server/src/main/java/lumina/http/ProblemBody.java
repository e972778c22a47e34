package lumina.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// A [Problem] as it goes over the wire (`application/problem+json`).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String message,
    @Nullable String field) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ProblemBody of(Problem problem) {
    HttpStatus status = problem.status();
    return new ProblemBody(
        "about:blank",
        status.getReasonPhrase(),
        status.value(),
        problem.sentence(),
        problem.code(),
        problem.sentence(),
        problem.field());
  }

  static ResponseEntity<Object> response(Problem problem) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
    }
    return response.body(of(problem));
  }

  /// Answers from outside of Spring MVC: a filter, or Tomcat itself.
  public static void write(Problem problem, HttpServletResponse response) throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JSON.writeValueAsBytes(of(problem)));
  }
}
