package lumina.storage.dynamo;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// Retries writes that conflicted with another write of the same item.
///
/// The SDK retries only failed requests. For the SDK a conflict is a proper answer.
final class DynamoConflicts {
  private static final int TRIES = 10;
  private static final BackoffStrategy PAUSES =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(20), Duration.ofMillis(500));
  private static final Set<String> PASSING =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private DynamoConflicts() {}

  static <T> T patiently(Supplier<T> write) {
    for (int failures = 1; ; failures++) {
      try {
        return write.get();
      } catch (TransactionCanceledException | TransactionConflictException met) {
        if (failures == TRIES || !passes(met)) {
          throw met;
        }
        pause(PAUSES, failures);
      }
    }
  }

  private static boolean passes(DynamoDbException met) {
    return !(met instanceof TransactionCanceledException cancelled)
        || PASSING.containsAll(
            cancelled.cancellationReasons().stream()
                .map(reason -> String.valueOf(reason.code()))
                .collect(Collectors.toSet()));
  }

  static void pause(BackoffStrategy pauses, int failures) {
    LockSupport.parkNanos(pauses.computeDelay(failures).toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw AbortedException.create("Interrupted while waiting to try again");
    }
  }
}
