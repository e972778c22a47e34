package lumina.message;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.Map;
import lumina.http.problem.Problem;
import lumina.id.TimeOrderedId;
import lumina.message.MessageStore.NewMessage;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A message as an item, and the items of its conversation, see docs/dynamodb.md.
public final class DynamoMessage {
  private DynamoMessage() {}

  /// Where many write at once, patience ends.
  static Problem tooBusy() {
    return new Problem.Unavailable(
        "too_busy", "Too much is written here at once. Please try again.");
  }

  static String conversation(long one, long other) {
    return "CONV#%d#%d".formatted(Math.min(one, other), Math.max(one, other));
  }

  public static DynamoKey key(long one, long other, long timestamp, String messageId) {
    return new DynamoKey(conversation(one, other), "MSG#%d#%s".formatted(timestamp, messageId));
  }

  static DynamoKey key(Message message) {
    return key(message.fromUserId(), message.toUserId(), message.timestamp(), message.messageId());
  }

  /// Somebody's side of their conversation with somebody else.
  public static DynamoKey side(long user, long other) {
    return new DynamoKey("USER#" + user, "CONV#" + other);
  }

  /// What the sender's program called a message to somebody.
  public static DynamoKey called(long from, long to, String clientId) {
    return new DynamoKey("USER#" + from, "CLIENT#%d#%s".formatted(to, clientId));
  }

  /// As it was noted by versions that compared names without the receiver.
  static DynamoKey calledBefore(long from, String clientId) {
    return new DynamoKey("USER#" + from, "CLIENT#" + clientId);
  }

  static Map<String, AttributeValue> item(NewMessage message, DynamoKey key, String id, long now) {
    Map<String, AttributeValue> item = new HashMap<>(key.attributes());
    item.put("message_id", s(id));
    item.put("from_user_id", n(message.from()));
    item.put("from_username", s(message.fromUsername()));
    item.put("to_user_id", n(message.to()));
    item.put("text", s(message.text()));
    item.put("timestamp", n(now));
    if (message.photoId() != null) {
      item.put("photo_id", s(message.photoId()));
    }
    if (message.clientId() != null) {
      item.put("client_id", s(message.clientId()));
    }
    return item;
  }

  static Message read(Map<String, AttributeValue> item) {
    DynamoFields message = new DynamoFields(item);
    String id = message.text("message_id", "id").orElseThrow();
    long timestamp = message.number("timestamp", "created_at");
    return new Message(
        TimeOrderedId.place(timestamp, id),
        id,
        message.number("from_user_id"),
        message.text("from_username").orElse(""),
        message.number("to_user_id"),
        message.text("text").orElse(""),
        message.text("photo_id").orElse(null),
        message.text("client_id").orElse(null),
        timestamp,
        message.flag("deleted"));
  }
}
