package lumina.transfer.dynamo;

import java.util.List;
import java.util.Map;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps records of one kind to DynamoDB items, see docs/dynamodb.md.
interface DynamoMapping {
  Entity kind();

  String table();

  /// The beginning of each SK.
  String prefix();

  DynamoKey key(EntityRecord row);

  EntityRecord read(DynamoFields item);

  /// The fields that refer to people: without these people the record is invalid.
  List<String> people();

  /// The attributes of the item, without the key.
  Map<String, AttributeValue> attributes(EntityRecord row, Map<Long, String> names);

  /// Additional items of a record.
  default List<Map<String, AttributeValue>> beside(EntityRecord row) {
    return List.of();
  }
}
