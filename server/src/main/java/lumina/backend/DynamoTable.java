package lumina.backend;

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
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/// A table as Lumina needs it: `PK` and `SK`, texts both, and indexes of whole items.
record DynamoTable(String name, List<Index> indexes) {
  private static final Projection WHOLE_ITEMS =
      Projection.builder().projectionType(ProjectionType.ALL).build();

  /// @param order the number that sorts the items of one key; null where a key has one item
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

    /// Asks for what is never there, which tells whether it could be asked for.
    QueryRequest probe(String table) {
      return probing(table, key, type == N ? Dynamo.n(-1) : Dynamo.s("-")).indexName(name).build();
    }
  }

  QueryRequest probe() {
    return probing(name, "PK", Dynamo.s("-")).build();
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

  /// To a table that exists, one index can be added at a time.
  UpdateTableRequest addition(Index index) {
    return UpdateTableRequest.builder()
        .tableName(name)
        .attributeDefinitions(index.attributes().toList())
        .globalSecondaryIndexUpdates(
            GlobalSecondaryIndexUpdate.builder()
                .create(
                    it ->
                        it.indexName(index.name()).keySchema(index.keys()).projection(WHOLE_ITEMS))
                .build())
        .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
