package lumina.storage.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Where an item lies in its table.
public record DynamoKey(String pk, String sk) {
  /// The key of an item or of an index entry.
  public static DynamoKey of(Map<String, AttributeValue> item) {
    return new DynamoKey(Dynamo.text(item, "PK"), Dynamo.text(item, "SK"));
  }

  /// As requests take it, and as the start of an item to put.
  public Map<String, AttributeValue> attributes() {
    return Map.of("PK", Dynamo.s(pk), "SK", Dynamo.s(sk));
  }
}
