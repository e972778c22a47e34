package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.number;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.id.SortKey;
import lumina.message.DynamoMessage;
import lumina.storage.dynamo.DynamoFields;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps sides of conversations to items, which refer to messages by time and id.
record DynamoConversationMapping() implements DynamoMapping {
  private static final String MESSAGE = "MSG#";

  @Override
  public Map<String, Object> read(Map<String, AttributeValue> item) {
    DynamoFields side = new DynamoFields(item);
    return Map.of(
        "user_id", side.number("owner_id"),
        "other_id", side.number("other_id"),
        "unread", side.number("unread"),
        "last_message", side.text("last_key").orElse("").replaceFirst(MESSAGE, ""),
        "read_message", side.text("read_key").orElse("").replaceFirst(MESSAGE, ""));
  }

  @Override
  public List<Map<String, AttributeValue>> items(EntityRecord row, String author) {
    long user = row.number("user_id");
    long other = row.number("other_id");
    Map<String, AttributeValue> item = new HashMap<>(DynamoMessage.side(user, other).attributes());
    item.put("owner_id", n(user));
    item.put("other_id", n(other));
    item.put("unread", n(row.number("unread")));
    refer(item, "last", row.text("last_message"));
    refer(item, "read", row.text("read_message"));
    if (item.containsKey("read_order")) {
      item.put("read_at", n(SortKey.timeOf(number(item, "read_order"))));
    }
    return List.of(item);
  }

  /// @param message its time and id, empty if there is none
  private static void refer(Map<String, AttributeValue> item, String name, String message) {
    if (!message.isEmpty()) {
      String[] parts = message.split("#", 2);
      item.put(name + "_order", n(SortKey.of(Long.parseLong(parts[0]), parts[1])));
      item.put(name + "_key", s(MESSAGE + message));
    }
  }
}
