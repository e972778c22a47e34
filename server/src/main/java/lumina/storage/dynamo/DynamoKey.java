package lumina.storage.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The key of an item in its table.
public record DynamoKey(String pk, String sk) {
  /// Reads the key of an item or of an index entry.
  public static DynamoKey of(Map<String, AttributeValue> item) {
    return new DynamoKey(Dynamo.text(item, "PK"), Dynamo.text(item, "SK"));
  }

  /// The attributes of the key, for requests and for a new item.
  public Map<String, AttributeValue> attributes() {
    return Map.of("PK", Dynamo.s(pk), "SK", Dynamo.s(sk));
  }
}
