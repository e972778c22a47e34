package lumina.storage.mysql;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.retry.AbstractRetryInterceptor;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Runs a transaction anew that MySQL rolled back in favour of another one.
///
/// With row locks that can happen to any transaction, however well their order is thought out, and
/// it has left nothing behind. Only the outermost method can be run anew: what it called was a part
/// of the same transaction.
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
