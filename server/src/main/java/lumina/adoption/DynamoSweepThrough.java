package lumina.adoption;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.backend.CloudBackend;
import lumina.backend.DynamoFields;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/// Reads whole tables: once, at an adoption, and never while somebody waits for a page.
@Component
@CloudBackend
class DynamoSweepThrough {
  private final DynamoDbClient client;

  DynamoSweepThrough(DynamoDbClient client) {
    this.client = client;
  }

  /// Hands over the items whose sort key begins so, as they come from the store, a page at a time.
  void pages(String table, String sortKey, Consumer<List<DynamoFields>> taker) {
    client
        .scanPaginator(
            ScanRequest.builder()
                .tableName(table)
                .filterExpression("begins_with(SK, :kind)")
                .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(sortKey)))
                .build())
        .forEach(page -> taker.accept(page.items().stream().map(DynamoFields::new).toList()));
  }

  /// The partitions that begin so, each once.
  Stream<String> partitions(String table, String begins) {
    return client
        .scanPaginator(
            ScanRequest.builder()
                .tableName(table)
                .filterExpression("begins_with(PK, :kind)")
                .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(begins)))
                .projectionExpression("PK")
                .build())
        .items()
        .stream()
        .map(item -> new DynamoFields(item).text("PK").orElseThrow())
        .distinct();
  }
}
