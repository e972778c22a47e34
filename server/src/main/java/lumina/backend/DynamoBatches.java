package lumina.backend;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Many keys in few calls. DynamoDB may leave a part of any batch undone: that part is sent again.
final class DynamoBatches {
  private static final int READ_AT_ONCE = 100;
  private static final int WRITTEN_AT_ONCE = 25;
  private static final int TIMES_SENT_AGAIN = 8;
  private static final BackoffStrategy PAUSES =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(40), Duration.ofSeconds(1));

  private final DynamoDbClient client;

  DynamoBatches(DynamoDbClient client) {
    this.client = client;
  }

  Map<DynamoKey, Map<String, AttributeValue>> get(String table, Collection<DynamoKey> keys) {
    Map<DynamoKey, Map<String, AttributeValue>> found = new HashMap<>();
    inChunks(keys, READ_AT_ONCE, chunk -> read(table, chunk, found));
    return found;
  }

  private List<DynamoKey> read(
      String table, List<DynamoKey> keys, Map<DynamoKey, Map<String, AttributeValue>> found) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(DynamoKey::attributes).toList())
            .consistentRead(true)
            .build();
    BatchGetItemResponse answer =
        client.batchGetItem(get -> get.requestItems(Map.of(table, wanted)));
    answer
        .responses()
        .getOrDefault(table, List.of())
        .forEach(it -> found.put(DynamoKey.of(it), it));
    KeysAndAttributes undone = answer.unprocessedKeys().get(table);
    return undone == null ? List.of() : undone.keys().stream().map(DynamoKey::of).toList();
  }

  void delete(String table, Collection<DynamoKey> keys) {
    inChunks(keys, WRITTEN_AT_ONCE, chunk -> deleteSome(table, chunk));
  }

  private List<DynamoKey> deleteSome(String table, List<DynamoKey> keys) {
    List<WriteRequest> deletes =
        keys.stream()
            .map(key -> WriteRequest.builder().deleteRequest(it -> it.key(key.attributes())))
            .map(WriteRequest.Builder::build)
            .toList();
    return client
        .batchWriteItem(write -> write.requestItems(Map.of(table, deletes)))
        .unprocessedItems()
        .getOrDefault(table, List.of())
        .stream()
        .map(undone -> DynamoKey.of(undone.deleteRequest().key()))
        .toList();
  }

  /// @param send answers what was left undone
  private static void inChunks(
      Collection<DynamoKey> keys, int size, UnaryOperator<List<DynamoKey>> send) {
    // DynamoDB refuses a batch that names a key twice.
    List<DynamoKey> all = keys.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += size) {
      untilDone(all.subList(from, Math.min(from + size, all.size())), send);
    }
  }

  private static void untilDone(List<DynamoKey> chunk, UnaryOperator<List<DynamoKey>> send) {
    List<DynamoKey> left = send.apply(chunk);
    for (int again = 1; !left.isEmpty(); again++) {
      if (again > TIMES_SENT_AGAIN) {
        throw SdkClientException.create(
            "DynamoDB left %d of %d items undone, however often they were sent again"
                .formatted(left.size(), chunk.size()));
      }
      DynamoConflicts.pause(PAUSES, again);
      left = send.apply(left);
    }
  }
}
