package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.id.SortKey;
import lumina.message.DynamoMessage;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps sides of conversations to items, which refer to messages by sort key.
record DynamoConversationMapping(String table) implements DynamoMapping {
  @Override
  public Entity kind() {
    return Entity.CONVERSATIONS;
  }

  @Override
  public String prefix() {
    return "CONV#";
  }

  @Override
  public List<String> people() {
    return List.of("user_id", "other_id");
  }

  @Override
  public DynamoKey key(EntityRecord row) {
    return DynamoMessage.side(row.number("user_id"), row.number("other_id"));
  }

  @Override
  public EntityRecord read(DynamoFields item) {
    LastMessage last = LastMessage.by(item.text("last_key").orElse(""));
    LastMessage read = LastMessage.by(item.text("read_key").orElse(""));
    return EntityRecord.of(
        kind(),
        Map.of(
            "user_id", item.number("owner_id"),
            "other_id", item.number("other_id"),
            "last_message", last.id(),
            "last_at", last.at(),
            "unread", item.number("unread"),
            "read_message", read.id(),
            "read_at", read.at()));
  }

  /// A reference to a message, as in `MSG#{timestamp}#{message_id}`.
  private record LastMessage(long at, String id) {
    static LastMessage by(String sk) {
      String[] parts = sk.split("#", 3);
      return parts.length == 3
          ? new LastMessage(Long.parseLong(parts[1]), parts[2])
          : new LastMessage(0, "");
    }

    String sk() {
      return "MSG#%d#%s".formatted(at, id);
    }

    long sortKey() {
      return SortKey.of(at, id);
    }
  }

  @Override
  public Map<String, AttributeValue> attributes(EntityRecord row, Map<Long, String> names) {
    LastMessage last = new LastMessage(row.number("last_at"), row.text("last_message"));
    LastMessage read = new LastMessage(row.number("read_at"), row.text("read_message"));
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("owner_id", n(row.number("user_id")));
    item.put("other_id", n(row.number("other_id")));
    item.put("last_order", n(last.sortKey()));
    item.put("last_key", s(last.sk()));
    item.put("unread", n(row.number("unread")));
    if (!read.id().isEmpty()) {
      item.put("read_order", n(read.sortKey()));
      item.put("read_key", s(read.sk()));
      item.put("read_at", n(read.at()));
    }
    return item;
  }
}
