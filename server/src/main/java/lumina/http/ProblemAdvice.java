package lumina.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Every error that leaves a controller becomes one of the [Problem]s; what Spring MVC itself
/// refuses keeps its status.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private final int maxUploadMb;

  ProblemAdvice(@Value("${lumina.max-upload-mb}") int maxUploadMb) {
    this.maxUploadMb = maxUploadMb;
  }

  @ExceptionHandler
  ResponseEntity<Object> problem(Problem problem) {
    return ProblemBody.response(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> badMultipart(MultipartException broken) {
    return ProblemBody.response(
        new Problem.Invalid(
            "photo", "invalid_upload", "The upload arrived incomplete. Please send it again."));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> storeDown(Exception down) {
    log.error("A store did not answer", down);
    return ProblemBody.response(
        new Problem.Unavailable(
            "store_unavailable", "Lumina cannot reach its storage. Please try again in a moment."));
  }

  @ExceptionHandler
  ResponseEntity<Object> unforeseen(Exception bug) {
    log.error("A request failed in a way nobody foresaw", bug);
    return ResponseEntity.internalServerError()
        .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new ProblemBody(
                "about:blank",
                "Internal Server Error",
                500,
                "Something went wrong on our side.",
                "internal",
                "Something went wrong on our side.",
                null));
  }

  /// The client hung up: there is nobody to answer.
  @ExceptionHandler
  void clientGone(ClientGone gone) {}

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest r) {
    return ProblemBody.response(
        new Problem.TooLarge(
            "This file is too large: at most %d MB can be uploaded.".formatted(maxUploadMb)));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest r) {
    String field =
        e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "request";
    return ProblemBody.response(
        new Problem.Invalid(field, "invalid_field", "This value cannot be used: " + field + "."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest r) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    if (status.is5xxServerError()) {
      return unforeseen(e);
    }
    String sentence =
        switch (status) {
          case BAD_REQUEST -> "The request is incomplete or cannot be read.";
          case NOT_FOUND -> "There is nothing at this address.";
          case METHOD_NOT_ALLOWED -> "This address does not take that method.";
          case UNSUPPORTED_MEDIA_TYPE -> "Send this request as JSON (application/json).";
          case NOT_ACCEPTABLE -> "This address answers with JSON.";
          default -> status.getReasonPhrase() + ".";
        };
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new ProblemBody(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                sentence,
                codeOf(status),
                sentence,
                null));
  }

  private static String codeOf(HttpStatus status) {
    return status == HttpStatus.BAD_REQUEST
        ? "invalid_request"
        : status.name().toLowerCase(Locale.ROOT);
  }
}
