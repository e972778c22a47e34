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

/// Maps messages to items, each with an item for its `client_id`.
record DynamoMessageMapping(String table) implements DynamoMapping {
  @Override
  public Entity kind() {
    return Entity.MESSAGES;
  }

  @Override
  public String prefix() {
    return "MSG#";
  }

  @Override
  public List<String> people() {
    return List.of("from_id", "to_id");
  }

  @Override
  public DynamoKey key(EntityRecord row) {
    return DynamoMessage.key(
        row.number("from_id"),
        row.number("to_id"),
        row.number("timestamp"),
        row.text("message_id"));
  }

  @Override
  public EntityRecord read(DynamoFields item) {
    Map<String, Object> values = new HashMap<>();
    String id = item.text("message_id", "id").orElseThrow();
    long timestamp = item.number("timestamp", "created_at");
    values.put("message_id", id);
    values.put("timestamp", timestamp);
    values.put("sort_key", SortKey.of(timestamp, id));
    values.put("from_id", item.number("from_user_id"));
    values.put("to_id", item.number("to_user_id"));
    values.put("text", item.text("text").orElse(""));
    item.text("photo_id").ifPresent(photo -> values.put("photo_id", photo));
    item.text("client_id").ifPresent(client -> values.put("client_id", client));
    values.put("deleted", item.flag("deleted") ? 1L : 0L);
    return EntityRecord.of(kind(), values);
  }

  @Override
  public Map<String, AttributeValue> attributes(EntityRecord row, Map<Long, String> names) {
    long from = row.number("from_id");
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("message_id", s(row.text("message_id")));
    item.put("from_user_id", n(from));
    item.put("from_username", s(names.getOrDefault(from, "")));
    item.put("to_user_id", n(row.number("to_id")));
    item.put("text", s(row.text("text")));
    item.put("timestamp", n(row.number("timestamp")));
    putIfSaid(item, row, "photo_id");
    putIfSaid(item, row, "client_id");
    if (row.flag("deleted")) {
      item.put("deleted", AttributeValue.fromBool(true));
    }
    return item;
  }

  private static void putIfSaid(Map<String, AttributeValue> item, EntityRecord row, String name) {
    String said = row.optional(name);
    if (said != null) {
      item.put(name, s(said));
    }
  }

  @Override
  public List<Map<String, AttributeValue>> beside(EntityRecord row) {
    String called = row.optional("client_id");
    if (called == null) {
      return List.of();
    }
    DynamoKey message = key(row);
    Map<String, AttributeValue> item =
        new HashMap<>(
            DynamoMessage.called(row.number("from_id"), row.number("to_id"), called).attributes());
    item.put("conversation", s(message.pk()));
    item.put("message_key", s(message.sk()));
    return List.of(item);
  }
}
