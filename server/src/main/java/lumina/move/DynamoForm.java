package lumina.move;

import java.util.List;
import java.util.Map;
import lumina.backend.DynamoFields;
import lumina.backend.DynamoKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a kind is written in DynamoDB, see docs/dynamodb.md.
interface DynamoForm {
  Kind kind();

  String table();

  /// What its sort keys begin with.
  String sortKey();

  DynamoKey key(Row row);

  Row read(DynamoFields item);

  /// The fields that name people: without them, it is nothing.
  List<String> people();

  /// Its attributes, without the key.
  Map<String, AttributeValue> attributes(Row row, Map<Long, String> names);

  /// Items beside its own.
  default List<Map<String, AttributeValue>> beside(Row row) {
    return List.of();
  }
}
