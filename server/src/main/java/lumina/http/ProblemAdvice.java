package lumina.http;

import java.io.UncheckedIOException;
import java.util.Objects;
import lumina.http.problem.ClientDisconnected;
import lumina.http.problem.Problem;
import lumina.http.problem.ProblemBody;
import lumina.http.problem.ResponseCutOff;
import lumina.id.Id;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Turns each exception from a controller into a [Problem]; exceptions of Spring MVC itself keep
/// their status.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private final int maxUploadMb;

  /// @param maxUploadMb the limit of any file
  ProblemAdvice(
      @Value("#{T(Math).max(${lumina.max-upload-mb}, ${lumina.max-video-mb})}") int maxUploadMb) {
    this.maxUploadMb = maxUploadMb;
  }

  @ExceptionHandler
  ResponseEntity<Object> problem(Problem problem) {
    return ProblemBody.response(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> badMultipart(MultipartException broken) {
    return ProblemBody.response(new UnreadableForm(broken, maxUploadMb).problem());
  }

  /// Tomcat could not parse a form or a query; the first read of a parameter throws this, wherever
  /// it is.
  @ExceptionHandler
  ResponseEntity<Object> badParameters(InvalidParameterException broken) {
    return ProblemBody.response(new UnreadableForm(broken, maxUploadMb).problem());
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    RecoverableDataAccessException.class, // the MySQL connection broke; the pool replaces it
    TransientDataAccessException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class, // it is unknown whether the commit arrived
    UncheckedIOException.class // the disk is full or failed
  })
  ResponseEntity<Object> storeDown(Exception down) {
    log.error("Request failed: store unavailable", down);
    return ProblemBody.response(Problem.Unavailable.storage());
  }

  @ExceptionHandler
  ResponseEntity<Object> unforeseen(Exception bug) {
    log.error("Request failed unexpectedly", bug);
    return plain(HttpStatus.INTERNAL_SERVER_ERROR, HttpHeaders.EMPTY);
  }

  /// The client disconnected: there is nobody to answer.
  @ExceptionHandler({ClientDisconnected.class, ClientAbortException.class})
  void clientGone() {}

  /// Rethrown to Tomcat, which closes the connection.
  @ExceptionHandler
  void answerCut(ResponseCutOff cut) throws ResponseCutOff {
    throw cut;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest r) {
    return ProblemBody.response(new UnreadableForm(e, maxUploadMb).problem());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest r) {
    FieldError first = e.getBindingResult().getFieldError();
    if (first != null && first.getField().equals("photo")) {
      return ProblemBody.response(
          new Problem.Invalid("photo", "invalid_field", "Please send the photo as a file."));
    }
    return ProblemBody.response(
        Problem.Invalid.unusable(first == null ? "request" : first.getField()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest r) {
    return unreadable(e.getParameterName(), "Please add %s to the address.");
  }

  /// Of JSON with a value of another type, the field is known.
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest r) {
    return e.getCause() instanceof DatabindException value
        ? value.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .findFirst()
            .map(field -> unreadable(field, "This value cannot be used: %s."))
            .orElseGet(() -> plain(HttpStatus.BAD_REQUEST, headers))
        : plain(HttpStatus.BAD_REQUEST, headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest r) {
    if (!(e instanceof MethodArgumentTypeMismatchException argument)) {
      return ProblemBody.response(Problem.Invalid.unusable("request"));
    }
    boolean inPath = argument.getParameter().hasParameterAnnotation(PathVariable.class);
    return ProblemBody.response(
        inPath ? Id.nothing() : Problem.Invalid.unusable(argument.getName()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest r) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    return status.is5xxServerError() ? unforeseen(e) : plain(status, headers);
  }

  private static ResponseEntity<Object> unreadable(String field, String sentence) {
    return ProblemBody.response(
        new Problem.Invalid(field, "invalid_request", sentence.formatted(field)));
  }

  private static ResponseEntity<Object> plain(HttpStatus status, HttpHeaders headers) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(status));
  }
}
