package lumina.message;

import static lumina.storage.dynamo.Dynamo.s;

import java.util.Map;
import java.util.Optional;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoTables;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes reactions into the items of messages in DynamoDB, one attribute for each of the two
/// people.
@Component
@CloudBackend
class DynamoMessageReactions {
  private static final String IS_THERE = "attribute_exists(PK) AND attribute_not_exists(deleted)";

  private final Dynamo dynamo;
  private final DynamoTables tables;

  DynamoMessageReactions(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  /// @param reaction null to take it back
  /// @return the message afterwards, empty if it is deleted
  Optional<Message> set(Message message, long userId, @Nullable Reaction reaction) {
    String attribute =
        message.fromUserId() == userId ? DynamoMessage.FROM_REACTION : DynamoMessage.TO_REACTION;
    return dynamo
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(DynamoMessage.key(message).attributes())
                    .updateExpression(
                        reaction == null
                            ? "REMOVE " + attribute
                            : "SET %s = :emoji".formatted(attribute))
                    .conditionExpression(IS_THERE)
                    .expressionAttributeValues(
                        reaction == null ? null : Map.of(":emoji", s(reaction.emoji()))))
        .map(DynamoMessage::read);
  }
}
