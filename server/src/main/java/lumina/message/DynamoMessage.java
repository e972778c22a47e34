package lumina.message;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.Map;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.message.MessageStore.NewMessage;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps messages and conversations to DynamoDB items, see docs/dynamodb.md.
public final class DynamoMessage {
  private DynamoMessage() {}

  /// Too many simultaneous writers exhausted all tries.
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

  /// The key of one person's side of a conversation.
  public static DynamoKey side(long user, long other) {
    return new DynamoKey("USER#" + user, "CONV#" + other);
  }

  /// The key of the item that records a `client_id`, by sender and receiver.
  public static DynamoKey called(long from, long to, String clientId) {
    return new DynamoKey("USER#" + from, "CLIENT#%d#%s".formatted(to, clientId));
  }

  /// The key of versions that compared a `client_id` without the receiver.
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
        SortKey.of(timestamp, id),
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
