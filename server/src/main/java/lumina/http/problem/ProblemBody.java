package lumina.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// A [Problem] as JSON (`application/problem+json`).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String message,
    @Nullable String field,
    @JsonProperty("request_id") String requestId) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ProblemBody of(Problem problem) {
    SecurityLog.refused(problem);
    int status = problem.status().value();
    HttpStatus known = HttpStatus.resolve(status);
    return new ProblemBody(
        "about:blank",
        known == null ? "Refused" : known.getReasonPhrase(),
        status,
        problem.sentence(),
        problem.code(),
        problem.sentence(),
        problem.field(),
        RequestId.current());
  }

  /// An error with only a status.
  public static ProblemBody of(HttpStatus status) {
    String sentence =
        switch (status) {
          case BAD_REQUEST -> "The request is incomplete or cannot be read.";
          case FORBIDDEN -> "Pages of other sites may not do this.";
          case NOT_FOUND -> "There is nothing at this address.";
          case METHOD_NOT_ALLOWED -> "This address does not take that method.";
          case UNSUPPORTED_MEDIA_TYPE ->
              "This address takes another kind of content (Content-Type).";
          case UPGRADE_REQUIRED -> "This address speaks version 13 of the WebSocket protocol.";
          case NOT_ACCEPTABLE -> "This address answers with JSON.";
          case INTERNAL_SERVER_ERROR -> "Something went wrong on our side.";
          default -> status.getReasonPhrase() + ".";
        };
    return new ProblemBody(
        "about:blank",
        status.getReasonPhrase(),
        status.value(),
        sentence,
        codeOf(status),
        sentence,
        null,
        RequestId.current());
  }

  private static String codeOf(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "invalid_request";
      case INTERNAL_SERVER_ERROR -> "internal";
      default -> status.name().toLowerCase(Locale.ROOT);
    };
  }

  /// The response for an exception handler.
  public static ResponseEntity<Object> response(Problem problem) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    setRetryAfter(problem, response::header);
    return response.body(of(problem));
  }

  /// Writes the response outside of Spring MVC: in a filter, or in Tomcat itself.
  public static void write(Problem problem, HttpServletResponse response) throws IOException {
    setRetryAfter(problem, response::setHeader);
    write(of(problem), response);
  }

  private static void setRetryAfter(Problem problem, BiConsumer<String, String> header) {
    if (problem.retryAfter() != null) {
      header.accept(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
    }
  }

  public static void write(int status, HttpServletResponse response) throws IOException {
    HttpStatus known = HttpStatus.resolve(status);
    write(of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known), response);
  }

  private static void write(ProblemBody body, HttpServletResponse response) throws IOException {
    response.setStatus(body.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }
}
