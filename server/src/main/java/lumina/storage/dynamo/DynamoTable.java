package lumina.storage.dynamo;

import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/// A table as Lumina needs it: the keys `PK` and `SK` are texts, and the indexes project whole
/// items.
record DynamoTable(String name, List<Index> indexes) {
  private static final Projection WHOLE_ITEMS =
      Projection.builder().projectionType(ProjectionType.ALL).build();

  /// @param order the numeric sort key of the index; null if a key has only one item
  record Index(String name, String key, ScalarAttributeType type, @Nullable String order) {
    Stream<AttributeDefinition> attributes() {
      return order == null
          ? Stream.of(attribute(key, type))
          : Stream.of(attribute(key, type), attribute(order, N));
    }

    List<KeySchemaElement> keys() {
      return order == null
          ? List.of(element(key, KeyType.HASH))
          : List.of(element(key, KeyType.HASH), element(order, KeyType.RANGE));
    }

    /// Queries a key that never exists, which tells whether the index has keys of these names and
    /// types, and whole items: an index that projects less refuses the query.
    QueryRequest probe(String table) {
      AttributeValue nothing = type == N ? Dynamo.n(-1) : Dynamo.s("-");
      QueryRequest.Builder probing =
          order == null
              ? probing(table, key, nothing)
              : probing(table, key, nothing, order, Dynamo.n(-1));
      return probing.indexName(name).select(Select.ALL_ATTRIBUTES).build();
    }
  }

  QueryRequest probe() {
    return probing(name, "PK", Dynamo.s("-"), "SK", Dynamo.s("-")).build();
  }

  private static QueryRequest.Builder probing(
      String table, String key, AttributeValue nothing, String order, AttributeValue place) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#key = :nothing AND #order = :place")
        .expressionAttributeNames(Map.of("#key", key, "#order", order))
        .expressionAttributeValues(Map.of(":nothing", nothing, ":place", place))
        .limit(1);
  }

  private static QueryRequest.Builder probing(String table, String key, AttributeValue nothing) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#key = :nothing")
        .expressionAttributeNames(Map.of("#key", key))
        .expressionAttributeValues(Map.of(":nothing", nothing))
        .limit(1);
  }

  CreateTableRequest creation() {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(element("PK", KeyType.HASH), element("SK", KeyType.RANGE))
        .attributeDefinitions(
            Stream.concat(
                    Stream.of(attribute("PK", S), attribute("SK", S)),
                    indexes.stream().flatMap(Index::attributes))
                .distinct()
                .toList())
        .globalSecondaryIndexes(
            indexes.stream()
                .map(
                    index ->
                        GlobalSecondaryIndex.builder()
                            .indexName(index.name())
                            .keySchema(index.keys())
                            .projection(WHOLE_ITEMS)
                            .build())
                .toList())
        .build();
  }

  /// DynamoDB adds one index at a time to an existing table. In a table with provisioned capacity,
  /// the index gets the same capacity.
  UpdateTableRequest addition(Index index, TableDescription table) {
    return UpdateTableRequest.builder()
        .tableName(name)
        .attributeDefinitions(index.attributes().toList())
        .globalSecondaryIndexUpdates(
            GlobalSecondaryIndexUpdate.builder()
                .create(
                    it ->
                        it.indexName(index.name())
                            .keySchema(index.keys())
                            .projection(WHOLE_ITEMS)
                            .provisionedThroughput(capacity(table)))
                .build())
        .build();
  }

  private static @Nullable ProvisionedThroughput capacity(TableDescription table) {
    ProvisionedThroughputDescription provisioned = table.provisionedThroughput();
    boolean onDemand =
        table.billingModeSummary() != null
            && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    return onDemand || provisioned == null || provisioned.readCapacityUnits() == 0
        ? null
        : ProvisionedThroughput.builder()
            .readCapacityUnits(provisioned.readCapacityUnits())
            .writeCapacityUnits(provisioned.writeCapacityUnits())
            .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
