package lumina.adopt;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.id.SortKey;
import lumina.message.DynamoMessage;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Adopts messages of the old application: rewrites them to the current form, and adds both sides
/// of each conversation. The old application did not store who had read what, so all messages count
/// as read.
@Component
@CloudBackend
class DynamoLegacyMessages {
  private final DynamoRewriting rewriting;
  private final DynamoTables tables;

  DynamoLegacyMessages(DynamoRewriting rewriting, DynamoTables tables) {
    this.rewriting = rewriting;
    this.tables = tables;
  }

  private record LegacyMessage(DynamoDatedItem dated, long from, long to) {
    String id() {
      return dated.id();
    }
  }

  void adopt(AdoptionReport report, boolean dryRun) {
    rewriting
        .all(tables.messages(), "PK", "CONV#")
        .map(item -> item.text("PK").orElseThrow())
        .distinct()
        .forEach(partition -> conversation(partition, report, dryRun));
    report.finish("conversations");
  }

  private void conversation(String partition, AdoptionReport report, boolean dryRun) {
    List<LegacyMessage> messages = messages(partition);
    report.step("conversations", 1);
    report.count("conversations");
    for (LegacyMessage message : messages) {
      report.count("messages");
      message.dated().report("message", report);
    }
    if (dryRun || messages.isEmpty()) {
      return;
    }
    long time = 0;
    for (LegacyMessage message : messages) {
      time = Math.max(message.dated().time(), time + 1);
      if (rewrite(message, time)) {
        report.count("messages converted to the current format");
      }
    }
    LegacyMessage last = messages.getLast();
    addSide(last, time, last.from(), last.to());
    addSide(last, time, last.to(), last.from());
  }

  private List<LegacyMessage> messages(String partition) {
    List<DynamoFields> items = rewriting.partition(tables.messages(), partition, "MSG#");
    long start = DynamoDatedItem.first(items).orElseGet(System::currentTimeMillis);
    return DynamoDatedItem.inOrder(items, "message_id", start).stream()
        .map(
            it ->
                new LegacyMessage(
                    it, it.item().number("from_user_id"), it.item().number("to_user_id")))
        .toList();
  }

  private boolean rewrite(LegacyMessage message, long time) {
    DynamoFields item = message.dated().item();
    Map<String, AttributeValue> attributes = new HashMap<>(message.dated().oldTime());
    attributes.put("message_id", s(message.id()));
    attributes.put("from_user_id", n(message.from()));
    attributes.put("from_username", s(item.text("from_username").orElse("")));
    attributes.put("to_user_id", n(message.to()));
    attributes.put("text", s(item.text("text").orElse("")));
    attributes.put("timestamp", n(time));
    return rewriting.rewrite(tables.messages(), item, key(message, time), attributes);
  }

  private static DynamoKey key(LegacyMessage message, long time) {
    return DynamoMessage.key(message.from(), message.to(), time, message.id());
  }

  private void addSide(LegacyMessage last, long time, long owner, long other) {
    AttributeValue sortKey = n(SortKey.of(time, last.id()));
    AttributeValue key = s(key(last, time).sk());
    rewriting.raise(
        tables.messages(),
        DynamoMessage.side(owner, other),
        Map.of(
            "owner_id",
            n(owner),
            "other_id",
            n(other),
            "last_order",
            sortKey,
            "last_key",
            key,
            "unread",
            n(0),
            "read_order",
            sortKey,
            "read_key",
            key,
            "read_at",
            n(time)));
  }
}
