package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.id.SortKey;
import lumina.message.DynamoMessage;
import lumina.storage.dynamo.DynamoFields;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps sides of conversations to items, which refer to messages by sort key.
record DynamoConversationMapping() implements DynamoMapping {
  /// A reference to a message, empty if there is none.
  private record Reference(long at, String id) {
    /// @param sk as in `MSG#{timestamp}#{message_id}`
    static Reference of(String sk) {
      String[] parts = sk.split("#", 3);
      return parts.length == 3
          ? new Reference(Long.parseLong(parts[1]), parts[2])
          : new Reference(0, "");
    }

    String sk() {
      return "MSG#%d#%s".formatted(at, id);
    }

    long sortKey() {
      return SortKey.of(at, id);
    }
  }

  @Override
  public Map<String, Object> read(Map<String, AttributeValue> item) {
    DynamoFields side = new DynamoFields(item);
    Reference last = Reference.of(side.text("last_key").orElse(""));
    Reference read = Reference.of(side.text("read_key").orElse(""));
    return Map.of(
        "user_id", side.number("owner_id"),
        "other_id", side.number("other_id"),
        "last_message", last.id(),
        "last_at", last.at(),
        "unread", side.number("unread"),
        "read_message", read.id(),
        "read_at", read.at());
  }

  @Override
  public List<Map<String, AttributeValue>> items(EntityRecord row, String author) {
    long user = row.number("user_id");
    long other = row.number("other_id");
    Reference last = new Reference(row.number("last_at"), row.text("last_message"));
    Reference read = new Reference(row.number("read_at"), row.text("read_message"));
    Map<String, AttributeValue> item = new HashMap<>(DynamoMessage.side(user, other).attributes());
    item.put("owner_id", n(user));
    item.put("other_id", n(other));
    item.put("last_order", n(last.sortKey()));
    item.put("last_key", s(last.sk()));
    item.put("unread", n(row.number("unread")));
    if (!read.id().isEmpty()) {
      item.put("read_order", n(read.sortKey()));
      item.put("read_key", s(read.sk()));
      item.put("read_at", n(read.at()));
    }
    return List.of(item);
  }
}
