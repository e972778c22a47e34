package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class StoreDownTest {
  static Stream<Exception> failures() {
    return Stream.of(
        new DataAccessResourceFailureException("gone"),
        new CannotGetJdbcConnectionException("no connection", new SQLException()),
        new RecoverableDataAccessException("connection lost"),
        new TransientDataAccessResourceException("pool exhausted"),
        new QueryTimeoutException("slow"),
        new CannotAcquireLockException("deadlock again and again"),
        new CannotCreateTransactionException("no connection"),
        new TransactionSystemException("commit"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_store_that_fails_is_answered_with_when_to_come_back(Exception failure) throws Exception {
    ProblemAdvice advice = new ProblemAdvice(8);
    var handler =
        Objects.requireNonNull(
            new ExceptionHandlerMethodResolver(ProblemAdvice.class).resolveMethod(failure));
    ResponseEntity<?> answer =
        (ResponseEntity<?>) Objects.requireNonNull(handler.invoke(advice, failure));
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
  }
}
