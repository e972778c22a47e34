package lumina.storage.dynamo;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.storage.CloudBackend;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Sends the requests of stores to DynamoDB, with the retries that each needs.
///
/// A request that still fails throws an `SdkException`; an item over 400 KB fails at once.
@Component
@CloudBackend
public final class Dynamo {
  private final DynamoDbClient client;
  private final DynamoBatches batches;

  Dynamo(DynamoDbClient client) {
    this.client = client;
    this.batches = new DynamoBatches(client);
  }

  /// Some items of a query, and the start of the next page: null after the last.
  public record Page(
      List<Map<String, AttributeValue>> items, @Nullable Map<String, AttributeValue> next) {}

  public static AttributeValue s(String text) {
    return fromS(text);
  }

  public static AttributeValue n(long number) {
    return fromN(Long.toString(number));
  }

  /// Returns an attribute that all such items have.
  public static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).s();
  }

  /// Returns an attribute that all such items have.
  public static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(requireNonNull(item.get(name), name).n());
  }

  /// Reads consistently: sees all earlier writes.
  public Optional<Map<String, AttributeValue>> get(String table, DynamoKey key) {
    Map<String, AttributeValue> item =
        client
            .getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /// Reads any number of keys consistently; the result lacks keys without an item.
  public Map<DynamoKey, Map<String, AttributeValue>> batchGet(
      String table, Collection<DynamoKey> keys) {
    return batches.get(table, keys);
  }

  /// Reads one page: at most 1 MB, and at most the `limit` of the request.
  public Page query(Consumer<QueryRequest.Builder> request) {
    QueryResponse response = client.query(request);
    return new Page(
        response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null);
  }

  /// Reads all pages, each when the stream reaches it.
  public Stream<Map<String, AttributeValue>> queryAll(Consumer<QueryRequest.Builder> request) {
    return client.queryPaginator(request).items().stream();
  }

  /// Reads the whole table, page by page as the stream is read: for commands, never for a request.
  public Stream<Map<String, AttributeValue>> scanAll(Consumer<ScanRequest.Builder> request) {
    return client.scanPaginator(request).items().stream();
  }

  /// Changes one item and returns its new state: empty if its condition failed.
  public Optional<Map<String, AttributeValue>> update(Consumer<UpdateItemRequest.Builder> request) {
    UpdateItemRequest update =
        UpdateItemRequest.builder()
            .returnValues(ReturnValue.ALL_NEW)
            .applyMutation(request)
            .build();
    try {
      return Optional.of(DynamoConflicts.patiently(() -> client.updateItem(update)).attributes());
    } catch (ConditionalCheckFailedException failed) {
      return Optional.empty();
    }
  }

  /// Writes any number of items without conditions; no two may have the same key.
  public void batchPut(String table, Collection<Map<String, AttributeValue>> items) {
    batches.put(table, items);
  }

  /// Deletes any number of keys without conditions.
  public void batchDelete(String table, Collection<DynamoKey> keys) {
    batches.delete(table, keys);
  }

  /// Writes all or nothing, at most 100 items.
  ///
  /// On a conflict with another writer of the same item it retries for about three seconds.
  ///
  /// @throws DynamoConditionFailed with the items whose conditions failed
  public void transact(List<TransactWriteItem> items) {
    // DynamoDB executes a request with the same token only once, even if its answer was lost.
    String name = UUID.randomUUID().toString();
    try {
      DynamoConflicts.patiently(
          () ->
              client.transactWriteItems(
                  write -> write.transactItems(items).clientRequestToken(name)));
    } catch (TransactionCanceledException cancelled) {
      throw DynamoConditionFailed.in(cancelled).<RuntimeException>map(it -> it).orElse(cancelled);
    }
  }
}
