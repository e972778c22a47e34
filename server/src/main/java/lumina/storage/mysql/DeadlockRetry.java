package lumina.storage.mysql;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.retry.AbstractRetryInterceptor;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Repeats a transaction that MySQL rolled back because of a deadlock or a lock timeout.
///
/// With row locks this can happen to any transaction, however well its locks are ordered, and a
/// rollback leaves nothing behind. Only the outermost method can be repeated, since the methods
/// that it calls are part of the same transaction.
class DeadlockRetry extends AbstractRetryInterceptor {
  private static final MethodRetrySpec FIVE_TIMES =
      new MethodRetrySpec(
          List.of(ConcurrencyFailureException.class),
          List.of(),
          (method, failure) -> true,
          5,
          Duration.ofSeconds(10),
          Duration.ofMillis(20),
          Duration.ofMillis(20),
          2,
          Duration.ofMillis(500));

  @Override
  protected @Nullable MethodRetrySpec getRetrySpec(Method method, Class<?> type) {
    return TransactionSynchronizationManager.isActualTransactionActive() ? null : FIVE_TIMES;
  }
}
