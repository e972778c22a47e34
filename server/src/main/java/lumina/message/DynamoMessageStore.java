package lumina.message;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import lumina.id.SortKey;
import lumina.id.TimeOrderedId;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoConditionFailed;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Stores messages in DynamoDB, in one transaction with both sides of the conversation and the
/// `client_id`.
///
/// No two messages of a conversation have the same time, so a cursor that holds a time skips none.
@Repository
@CloudBackend
class DynamoMessageStore implements MessageStore {
  private static final int PATIENCE = 50;
  private static final long FIRST = 0;
  private static final long INDEX_FOLLOWS = 10_000;
  private static final String ALL_AFTER = "#~";

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final DynamoMessageReactions reactions;
  private final Clock clock;

  DynamoMessageStore(
      Dynamo dynamo, DynamoTables tables, DynamoMessageReactions reactions, Clock clock) {
    this.dynamo = dynamo;
    this.reactions = reactions;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public Message add(NewMessage message) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      long now = SortKey.behind(timeOfLast(message), clock.millis());
      Message sent = message.sentAt(now, TimeOrderedId.at(now));
      try {
        dynamo.transact(letter(sent));
        return sent;
      } catch (DynamoConditionFailed somebodyWasFirst) {
        Optional<Message> first = findByClientId(message);
        if (first.isPresent()) {
          return first.get();
        }
      }
    }
    throw DynamoMessage.tooBusy();
  }

  private long timeOfLast(NewMessage message) {
    return dynamo
        .get(tables.messages(), DynamoMessage.side(message.from(), message.to()))
        .map(side -> SortKey.timeOf(new DynamoFields(side).number("last_order")))
        .orElse(0L);
  }

  private List<TransactWriteItem> letter(Message message) {
    List<TransactWriteItem> all = new ArrayList<>();
    DynamoMessage.items(message, message.fromUsername()).forEach(item -> all.add(put(item)));
    all.add(raise(message.fromUserId(), message.toUserId(), message, 0));
    all.add(raise(message.toUserId(), message.fromUserId(), message, 1));
    return all;
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(tables.messages())
                    .item(item)
                    .conditionExpression("attribute_not_exists(PK)"))
        .build();
  }

  private TransactWriteItem raise(long user, long other, Message last, int unread) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(DynamoMessage.side(user, other).attributes())
                    .updateExpression(
                        "SET owner_id = :user, other_id = :other, last_order = :sort_key,"
                            + " last_key = :last ADD unread :unread")
                    .conditionExpression(
                        "attribute_not_exists(last_order) OR last_order < :this_moment")
                    .expressionAttributeValues(
                        Map.of(
                            ":user", n(user),
                            ":other", n(other),
                            ":sort_key", n(last.sortKey()),
                            ":this_moment", n(SortKey.startOf(last.timestamp())),
                            ":last", s(DynamoMessage.key(last).sk()),
                            ":unread", n(unread))))
        .build();
  }

  /// An index is updated a moment after its table, so this searches again for a message that was
  /// just sent.
  @Override
  public Optional<Message> find(long me, String messageId) {
    boolean justSent = clock.millis() - TimeOrderedId.millisOf(messageId) < INDEX_FOLLOWS;
    Optional<Message> found = search(me, messageId);
    for (int again = 1; found.isEmpty() && justSent && again < 5; again++) {
      LockSupport.parkNanos(again * 50_000_000L);
      found = search(me, messageId);
    }
    return found;
  }

  private Optional<Message> search(long me, String messageId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(tables.messages())
                    .indexName("messages_by_id")
                    .keyConditionExpression("message_id = :id")
                    .expressionAttributeValues(Map.of(":id", s(messageId))))
        .items()
        .stream()
        .map(DynamoMessage::read)
        .filter(message -> message.fromUserId() == me || message.toUserId() == me)
        .findFirst();
  }

  @Override
  public Optional<Message> find(long me, long other, String messageId) {
    long sentAt = TimeOrderedId.millisOf(messageId);
    Optional<Message> found =
        sentAt < 0
            ? Optional.empty()
            : dynamo
                .get(tables.messages(), DynamoMessage.key(me, other, sentAt, messageId))
                .map(DynamoMessage::read);
    return found.isPresent()
        ? found
        : find(me, messageId).filter(message -> message.other(me) == other);
  }

  /// Only ids that Lumina made contain the time of the message, which is part of its key; others
  /// are searched.
  @Override
  public Map<String, Message> among(Collection<MessageKey> keys) {
    List<DynamoKey> wanted =
        keys.stream()
            .filter(key -> TimeOrderedId.millisOf(key.messageId()) >= 0)
            .map(
                key ->
                    DynamoMessage.key(
                        key.from(),
                        key.to(),
                        TimeOrderedId.millisOf(key.messageId()),
                        key.messageId()))
            .distinct()
            .toList();
    Map<String, Message> found =
        dynamo.batchGet(tables.messages(), wanted).values().stream()
            .map(DynamoMessage::read)
            .collect(Collectors.toMap(Message::messageId, message -> message));
    keys.stream()
        .filter(key -> TimeOrderedId.millisOf(key.messageId()) < 0)
        .flatMap(key -> search(key.from(), key.messageId()).stream())
        .filter(message -> keys.contains(MessageKey.of(message)))
        .forEach(message -> found.put(message.messageId(), message));
    return found;
  }

  @Override
  public Optional<Message> findByClientId(NewMessage message) {
    String clientId = message.clientId();
    return clientId == null
        ? Optional.empty()
        : named(DynamoMessage.called(message.from(), message.to(), clientId))
            .or(() -> named(DynamoMessage.calledBefore(message.from(), clientId)))
            .filter(first -> first.toUserId() == message.to());
  }

  private Optional<Message> named(DynamoKey called) {
    return dynamo
        .get(tables.messages(), called)
        .flatMap(
            it ->
                dynamo.get(
                    tables.messages(),
                    new DynamoKey(Dynamo.text(it, "conversation"), Dynamo.text(it, "message_key"))))
        .map(DynamoMessage::read);
  }

  @Override
  public List<Message> after(long me, long other, long sortKey, int limit) {
    String from = sortKey == FIRST ? "MSG#" : moment(sortKey) + ALL_AFTER;
    return between(DynamoMessage.conversation(me, other), from, "MSG#~", true, limit);
  }

  @Override
  public List<Message> before(long me, long other, long sortKey, int limit) {
    String end = sortKey == SortKey.NEWEST ? "MSG#~" : moment(sortKey);
    return between(DynamoMessage.conversation(me, other), "MSG#", end, false, limit).reversed();
  }

  /// Keys are compared as text, so old times need as many digits as those of today.
  private static String moment(long sortKey) {
    return "MSG#%013d".formatted(SortKey.timeOf(sortKey));
  }

  private List<Message> between(
      String conversation, String from, String end, boolean forward, int limit) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.messages())
                    .keyConditionExpression("PK = :conversation AND SK BETWEEN :from AND :end")
                    .expressionAttributeValues(
                        Map.of(
                            ":conversation", s(conversation),
                            ":from", s(from),
                            ":end", s(end)))
                    .scanIndexForward(forward)
                    .limit(limit)
                    .consistentRead(true))
        .limit(limit)
        .map(DynamoMessage::read)
        .toList();
  }

  @Override
  public Optional<Message> react(Message message, long userId, @Nullable Reaction reaction) {
    return reactions.set(message, userId, reaction);
  }

  /// In the same transaction an unread message leaves the unread count.
  @Override
  public void empty(Message message) {
    try {
      dynamo.transact(List.of(emptied(message), notUnread(message)));
    } catch (DynamoConditionFailed readOrEmptied) {
      try {
        dynamo.transact(List.of(emptied(message)));
      } catch (DynamoConditionFailed emptiedBefore) {
        // already empty
      }
    }
  }

  private TransactWriteItem emptied(Message message) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(DynamoMessage.key(message).attributes())
                    .updateExpression(
                        "SET #text = :nothing, deleted = :yes"
                            + " REMOVE photo_id, from_reaction, to_reaction")
                    .conditionExpression("attribute_exists(PK) AND attribute_not_exists(deleted)")
                    .expressionAttributeNames(Map.of("#text", "text"))
                    .expressionAttributeValues(
                        Map.of(":nothing", s(""), ":yes", AttributeValue.fromBool(true))))
        .build();
  }

  private TransactWriteItem notUnread(Message message) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.messages())
                    .key(DynamoMessage.side(message.toUserId(), message.fromUserId()).attributes())
                    .updateExpression("ADD unread :less")
                    .conditionExpression(
                        "unread > :none"
                            + " AND (attribute_not_exists(read_order) OR read_order < :sort_key)")
                    .expressionAttributeValues(
                        Map.of(":less", n(-1), ":none", n(0), ":sort_key", n(message.sortKey()))))
        .build();
  }
}
