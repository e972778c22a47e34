package lumina.storage.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.storage.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/// Creates missing tables and indexes, and waits until they are ready (`STORAGE_CREATE=true`).
///
/// Several instances may do this at once: the second one waits for the first.
final class DynamoCreation {
  private static final Logger log = LoggerFactory.getLogger(DynamoCreation.class);

  /// A new index of a table with many items takes long.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final BackoffStrategy PAUSES =
      BackoffStrategy.exponentialDelayWithoutJitter(Duration.ofMillis(50), Duration.ofSeconds(5));

  private final DynamoDbClient client;

  DynamoCreation(DynamoDbClient client) {
    this.client = client;
  }

  void complete(DynamoTable table) {
    Instant end = Instant.now().plus(PATIENCE);
    for (int looked = 1; !isComplete(table); looked++) {
      if (Instant.now().isAfter(end)) {
        throw new StartRefused(
            "DynamoDB is still creating the table %s: start Lumina again when it is active."
                .formatted(table.name()));
      }
      DynamoConflicts.pause(PAUSES, looked);
    }
  }

  /// Starts the next missing part of the table, unless one is being made.
  private boolean isComplete(DynamoTable table) {
    try {
      TableDescription found = client.describeTable(it -> it.tableName(table.name())).table();
      return isActive(found) && hasIndexes(table, found);
    } catch (ResourceNotFoundException missing) {
      log.info("Creating the table {}", table.name());
      unlessBusy(() -> client.createTable(table.creation()));
      return false;
    }
  }

  private static boolean isActive(TableDescription found) {
    return found.tableStatus() == TableStatus.ACTIVE
        && found.globalSecondaryIndexes().stream()
            .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
  }

  private boolean hasIndexes(DynamoTable table, TableDescription found) {
    Set<String> there =
        found.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    for (DynamoTable.Index index : table.indexes()) {
      if (!there.contains(index.name())) {
        log.info("Adding the index {} to the table {}", index.name(), table.name());
        unlessBusy(() -> client.updateTable(table.addition(index, found)));
        return false;
      }
    }
    return true;
  }

  private static void unlessBusy(Runnable step) {
    try {
      step.run();
    } catch (ResourceInUseException | LimitExceededException busy) {
      log.info("DynamoDB is busy, retry: {}", ((DynamoDbException) busy).getMessage());
    }
  }
}
