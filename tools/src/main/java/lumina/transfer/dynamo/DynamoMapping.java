package lumina.transfer.dynamo;

import java.util.List;
import java.util.Map;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a kind is written in DynamoDB, see docs/dynamodb.md.
interface DynamoMapping {
  Entity kind();

  String table();

  /// What the SK of each begins with.
  String prefix();

  DynamoKey key(EntityRecord row);

  EntityRecord read(DynamoFields item);

  /// The fields that name people: without them, it is nothing.
  List<String> people();

  /// Its attributes, without the key.
  Map<String, AttributeValue> attributes(EntityRecord row, Map<Long, String> names);

  /// Items beside its own.
  default List<Map<String, AttributeValue>> beside(EntityRecord row) {
    return List.of();
  }
}
