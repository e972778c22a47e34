package lumina.message;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps messages and conversations to DynamoDB items, see docs/dynamodb.md.
public final class DynamoMessage {
  static final String FROM_REACTION = "from_reaction";
  static final String TO_REACTION = "to_reaction";

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
  static DynamoKey called(long from, long to, String clientId) {
    return new DynamoKey("USER#" + from, "CLIENT#%d#%s".formatted(to, clientId));
  }

  /// The key of versions that compared a `client_id` without the receiver.
  static DynamoKey calledBefore(long from, String clientId) {
    return new DynamoKey("USER#" + from, "CLIENT#" + clientId);
  }

  /// Returns the item of a message, and the item for its `client_id` if it has one.
  ///
  /// @param fromUsername the sender's username
  public static List<Map<String, AttributeValue>> items(Message message, String fromUsername) {
    Map<String, AttributeValue> item = item(message);
    item.put("from_username", s(fromUsername));
    return message.clientId() == null
        ? List.of(item)
        : List.of(item, called(message, message.clientId()));
  }

  private static Map<String, AttributeValue> item(Message message) {
    Map<String, AttributeValue> item = new HashMap<>(key(message).attributes());
    item.put("message_id", s(message.messageId()));
    item.put("from_user_id", n(message.fromUserId()));
    item.put("to_user_id", n(message.toUserId()));
    item.put("text", s(message.text()));
    item.put("timestamp", n(message.timestamp()));
    if (message.photoId() != null) {
      item.put("photo_id", s(message.photoId()));
    }
    if (message.clientId() != null) {
      item.put("client_id", s(message.clientId()));
    }
    if (message.replyTo() != null) {
      item.put("reply_to", s(message.replyTo()));
    }
    if (message.fromReaction() != null) {
      item.put(FROM_REACTION, s(message.fromReaction()));
    }
    if (message.toReaction() != null) {
      item.put(TO_REACTION, s(message.toReaction()));
    }
    if (message.deleted()) {
      item.put("deleted", AttributeValue.fromBool(true));
    }
    return item;
  }

  private static Map<String, AttributeValue> called(Message message, String clientId) {
    Map<String, AttributeValue> item =
        new HashMap<>(called(message.fromUserId(), message.toUserId(), clientId).attributes());
    item.put("conversation", s(key(message).pk()));
    item.put("message_key", s(key(message).sk()));
    return item;
  }

  public static Message read(Map<String, AttributeValue> item) {
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
        message.flag("deleted"),
        message.text("reply_to").orElse(null),
        message.text(FROM_REACTION).orElse(null),
        message.text(TO_REACTION).orElse(null));
  }
}
