package lumina.message;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stores conversations in DynamoDB, one item for each side. [DynamoMessageStore] writes both sides
/// with each message.
@Repository
@CloudBackend
class DynamoConversationStore implements ConversationStore {
  private static final int PATIENCE = 20;

  private final Dynamo dynamo;
  private final DynamoTables tables;

  DynamoConversationStore(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public boolean exists(long me, long other) {
    return dynamo.get(tables.messages(), DynamoMessage.side(me, other)).isPresent();
  }

  @Override
  public boolean read(long me, long other, Message newest) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      Optional<DynamoFields> side =
          dynamo.get(tables.messages(), DynamoMessage.side(me, other)).map(DynamoFields::new);
      if (side.isEmpty() || side.get().number("read_order") >= newest.sortKey()) {
        return false;
      }
      long last = side.get().number("last_order");
      long left = last <= newest.sortKey() ? 0 : unread(me, other, newest);
      if (mark(DynamoMessage.side(me, other), newest, side.get(), left)) {
        return true;
      }
    }
    throw DynamoMessage.tooBusy();
  }

  /// Fails if a message was sent or deleted since the side was read.
  private boolean mark(DynamoKey side, Message newest, DynamoFields before, long unread) {
    return dynamo
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(side.attributes())
                    .updateExpression(
                        "SET read_order = :sort_key, read_at = :time, read_key = :key, unread = :unread")
                    .conditionExpression(
                        "last_order = :last AND unread = :before"
                            + " AND (attribute_not_exists(read_order) OR read_order < :sort_key)")
                    .expressionAttributeValues(
                        Map.of(
                            ":sort_key", n(newest.sortKey()),
                            ":time", n(newest.timestamp()),
                            ":key", s(DynamoMessage.key(newest).sk()),
                            ":unread", n(unread),
                            ":before", n(before.number("unread")),
                            ":last", n(before.number("last_order")))))
        .isPresent();
  }

  /// Counts the other person's messages after this one.
  private long unread(long me, long other, Message read) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.messages())
                    .keyConditionExpression("PK = :conversation AND SK BETWEEN :after AND :end")
                    .filterExpression("from_user_id = :other AND attribute_not_exists(deleted)")
                    .expressionAttributeValues(
                        Map.of(
                            ":conversation", s(DynamoMessage.conversation(me, other)),
                            ":after", s(DynamoMessage.key(read).sk() + "~"),
                            ":end", s("MSG#~"),
                            ":other", n(other)))
                    .projectionExpression("PK")
                    .consistentRead(true))
        .count();
  }

  @Override
  public List<Conversation> of(long me, long before, int rows) {
    List<DynamoFields> sides =
        dynamo
            .query(
                query ->
                    query
                        .tableName(tables.messages())
                        .indexName("conversations_by_last")
                        .keyConditionExpression("owner_id = :me AND last_order < :before")
                        .expressionAttributeValues(Map.of(":me", n(me), ":before", n(before)))
                        .scanIndexForward(false)
                        .limit(rows))
            .items()
            .stream()
            .map(DynamoFields::new)
            .toList();
    Set<DynamoKey> keys = new HashSet<>();
    sides.forEach(
        side -> {
          keys.add(last(me, side));
          keys.add(DynamoMessage.side(side.number("other_id"), me));
        });
    Map<DynamoKey, Map<String, AttributeValue>> found = dynamo.batchGet(tables.messages(), keys);
    return sides.stream().flatMap(side -> conversation(me, side, found)).toList();
  }

  private static DynamoKey last(long me, DynamoFields side) {
    return new DynamoKey(
        DynamoMessage.conversation(me, side.number("other_id")),
        side.text("last_key").orElseThrow());
  }

  private static Stream<Conversation> conversation(
      long me, DynamoFields side, Map<DynamoKey, Map<String, AttributeValue>> found) {
    long other = side.number("other_id");
    Map<String, AttributeValue> last = found.get(last(me, side));
    Map<String, AttributeValue> theirs = found.get(DynamoMessage.side(other, me));
    long readUntil = theirs == null ? 0 : new DynamoFields(theirs).number("read_at");
    return last == null
        ? Stream.empty()
        : Stream.of(
            new Conversation(other, DynamoMessage.read(last), side.number("unread"), readUntil));
  }

  @Override
  public long unread(long me) {
    return mine(me, "CONV#").filter(side -> side.number("unread") > 0).count();
  }

  private Stream<DynamoFields> mine(long me, String kind) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.messages())
                    .keyConditionExpression("PK = :me AND begins_with(SK, :kind)")
                    .expressionAttributeValues(Map.of(":me", s("USER#" + me), ":kind", s(kind)))
                    .consistentRead(true))
        .map(DynamoFields::new);
  }

  /// Deletes the messages first and the person's own side last, since it tells what else must be
  /// deleted after an interruption.
  @Override
  public void forgetPerson(long userId) {
    mine(userId, "CONV#")
        .forEach(
            side -> {
              long other = side.number("other_id");
              dynamo.batchDelete(tables.messages(), messages(userId, other));
              dynamo.batchDelete(
                  tables.messages(),
                  List.of(DynamoMessage.side(other, userId), DynamoMessage.side(userId, other)));
            });
    dynamo.batchDelete(
        tables.messages(),
        mine(userId, "CLIENT#").map(called -> DynamoKey.of(called.item())).toList());
  }

  private List<DynamoKey> messages(long one, long other) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.messages())
                    .keyConditionExpression("PK = :conversation")
                    .expressionAttributeValues(
                        Map.of(":conversation", s(DynamoMessage.conversation(one, other))))
                    .projectionExpression("PK, SK")
                    .consistentRead(true))
        .map(DynamoKey::of)
        .toList();
  }
}
