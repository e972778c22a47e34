package lumina.storage.dynamo;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import lumina.http.problem.Problem;
import lumina.http.problem.ProblemBody;
import lumina.storage.CloudBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns every failure of an AWS service into a [Problem.Unavailable].
@RestControllerAdvice
@CloudBackend
@Order(Ordered.HIGHEST_PRECEDENCE)
class CloudErrors {
  private static final Logger log = LoggerFactory.getLogger(CloudErrors.class);
  private static final String CLIENTS = "software.amazon.awssdk.services.";

  @ExceptionHandler
  ResponseEntity<Object> down(SdkException down, HttpServletResponse response) {
    log.warn("Request to {} failed", nameOf(down), down);
    if (response.isCommitted()) {
      throw down; // the response has begun; Tomcat closes the connection
    }
    return ProblemBody.response(Problem.Unavailable.storage());
  }

  /// The name of the service whose client threw the exception.
  private static String nameOf(SdkException down) {
    return Arrays.stream(down.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith(CLIENTS))
        .map(name -> name.substring(CLIENTS.length(), name.indexOf('.', CLIENTS.length())))
        .findFirst()
        .orElse("AWS");
  }
}
