package lumina.storage.dynamo;

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

/// Reads and writes many keys in few requests. DynamoDB may leave a part of any batch unprocessed:
/// that part is sent again.
final class DynamoBatches {
  private static final int READ_BATCH_SIZE = 100;
  private static final int WRITE_BATCH_SIZE = 25;
  private static final int TIMES_SENT_AGAIN = 8;
  private static final BackoffStrategy PAUSES =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(40), Duration.ofSeconds(1));

  private final DynamoDbClient client;

  DynamoBatches(DynamoDbClient client) {
    this.client = client;
  }

  Map<DynamoKey, Map<String, AttributeValue>> get(String table, Collection<DynamoKey> keys) {
    Map<DynamoKey, Map<String, AttributeValue>> found = new HashMap<>();
    inChunks(keys, READ_BATCH_SIZE, chunk -> read(table, chunk, found));
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
    inChunks(keys, WRITE_BATCH_SIZE, chunk -> deleteSome(table, chunk));
  }

  private List<DynamoKey> deleteSome(String table, List<DynamoKey> keys) {
    return write(
            table,
            keys.stream()
                .map(key -> WriteRequest.builder().deleteRequest(it -> it.key(key.attributes())))
                .map(WriteRequest.Builder::build)
                .toList())
        .stream()
        .map(undone -> DynamoKey.of(undone.deleteRequest().key()))
        .toList();
  }

  void put(String table, Collection<Map<String, AttributeValue>> items) {
    inChunks(items, WRITE_BATCH_SIZE, chunk -> putSome(table, chunk));
  }

  private List<Map<String, AttributeValue>> putSome(
      String table, List<Map<String, AttributeValue>> items) {
    return write(
            table,
            items.stream()
                .map(item -> WriteRequest.builder().putRequest(it -> it.item(item)).build())
                .toList())
        .stream()
        .map(undone -> undone.putRequest().item())
        .toList();
  }

  private List<WriteRequest> write(String table, List<WriteRequest> requests) {
    return client
        .batchWriteItem(write -> write.requestItems(Map.of(table, requests)))
        .unprocessedItems()
        .getOrDefault(table, List.of());
  }

  /// @param send returns the unprocessed part
  private static <T> void inChunks(Collection<T> things, int size, UnaryOperator<List<T>> send) {
    // DynamoDB refuses a batch with duplicate keys.
    List<T> all = things.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += size) {
      untilDone(all.subList(from, Math.min(from + size, all.size())), send);
    }
  }

  private static <T> void untilDone(List<T> chunk, UnaryOperator<List<T>> send) {
    List<T> left = send.apply(chunk);
    for (int again = 1; !left.isEmpty(); again++) {
      if (again > TIMES_SENT_AGAIN) {
        throw SdkClientException.create(
            "DynamoDB did not process %d of %d items, despite retries"
                .formatted(left.size(), chunk.size()));
      }
      DynamoConflicts.pause(PAUSES, again);
      left = send.apply(left);
    }
  }
}
