package lumina.transfer.dynamo;

import java.util.List;
import java.util.Map;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.EntityRecord;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps records of one kind to DynamoDB items, see docs/dynamodb.md.
interface DynamoMapping {
  /// Returns the values of an item by field.
  Map<String, ? extends @Nullable Object> read(Map<String, AttributeValue> item);

  /// Returns the item of a record first, then others that belong to it.
  ///
  /// @param author the username of the first person in the record
  List<Map<String, AttributeValue>> items(EntityRecord row, String author);

  default DynamoKey key(EntityRecord row) {
    return DynamoKey.of(items(row, "").getFirst());
  }
}
