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

/// The calls that stores make to DynamoDB, with the patience that each of them needs.
///
/// What still fails after that is an `SdkException`. An item over 400 KB is one at once.
@Component
@CloudBackend
public final class Dynamo {
  private final DynamoDbClient client;
  private final DynamoBatches batches;

  Dynamo(DynamoDbClient client) {
    this.client = client;
    this.batches = new DynamoBatches(client);
  }

  /// Some items of a query, and where the next ones start: null after the last.
  public record Page(
      List<Map<String, AttributeValue>> items, @Nullable Map<String, AttributeValue> next) {}

  public static AttributeValue s(String text) {
    return fromS(text);
  }

  public static AttributeValue n(long number) {
    return fromN(Long.toString(number));
  }

  /// An attribute that every such item has.
  public static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).s();
  }

  /// An attribute that every such item has.
  public static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(requireNonNull(item.get(name), name).n());
  }

  /// Reads consistently: what was written before is seen.
  public Optional<Map<String, AttributeValue>> get(String table, DynamoKey key) {
    Map<String, AttributeValue> item =
        client
            .getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /// Reads consistently, however many keys; those without an item are absent from the answer.
  public Map<DynamoKey, Map<String, AttributeValue>> batchGet(
      String table, Collection<DynamoKey> keys) {
    return batches.get(table, keys);
  }

  /// One page: at most 1 MB, and at most the `limit` of the request.
  public Page query(Consumer<QueryRequest.Builder> request) {
    QueryResponse response = client.query(request);
    return new Page(
        response.items(), response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null);
  }

  /// All of it, page by page as the stream is read.
  public Stream<Map<String, AttributeValue>> queryAll(Consumer<QueryRequest.Builder> request) {
    return client.queryPaginator(request).items().stream();
  }

  /// The whole table, page by page as the stream is read: for commands, never for a request.
  public Stream<Map<String, AttributeValue>> scanAll(Consumer<ScanRequest.Builder> request) {
    return client.scanPaginator(request).items().stream();
  }

  /// Changes one item and answers how it is now: empty if its condition failed.
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

  /// Writes without conditions, however many items; none of them under the key of another.
  public void batchPut(String table, Collection<Map<String, AttributeValue>> items) {
    batches.put(table, items);
  }

  /// Deletes without conditions, however many keys.
  public void batchDelete(String table, Collection<DynamoKey> keys) {
    batches.delete(table, keys);
  }

  /// Writes all or nothing, at most 100 items.
  ///
  /// Writers of the same item meet: this one tries again for about three seconds.
  ///
  /// @throws DynamoConditionFailed telling which item was not as its condition wants it
  public void transact(List<TransactWriteItem> items) {
    // Sent again under the same name, it is carried out once even if an answer was lost.
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
