package lumina.adoption;

import static lumina.backend.Dynamo.n;
import static lumina.backend.Dynamo.s;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lumina.backend.CloudBackend;
import lumina.backend.DynamoFields;
import lumina.backend.DynamoKey;
import lumina.backend.DynamoTables;
import lumina.backend.TimeOrderedId;
import lumina.message.DynamoMessage;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Messages of the old application: put into the form of now, and both sides of each conversation
/// added. Who had read what was not kept: all of it counts as read.
@Component
@CloudBackend
class DynamoOldMessages {
  private final DynamoRewriting rewriting;
  private final DynamoTables tables;

  DynamoOldMessages(DynamoRewriting rewriting, DynamoTables tables) {
    this.rewriting = rewriting;
    this.tables = tables;
  }

  private record Old(DynamoFields item, String id, long from, long to, long time) {}

  void adopt(AdoptionReport report, boolean dryRun) {
    rewriting
        .all(tables.messages(), "PK", "CONV#")
        .map(item -> item.text("PK").orElseThrow())
        .distinct()
        .forEach(partition -> conversation(partition, report, dryRun));
  }

  private void conversation(String partition, AdoptionReport report, boolean dryRun) {
    List<Old> messages =
        rewriting.partition(tables.messages(), partition, "MSG#").stream()
            .map(DynamoOldMessages::old)
            .sorted(Comparator.comparingLong(Old::time).thenComparing(Old::id))
            .toList();
    report.count("conversations");
    messages.forEach(message -> report.count("messages"));
    if (dryRun || messages.isEmpty()) {
      return;
    }
    long time = 0;
    for (Old message : messages) {
      time = Math.max(message.time(), time + 1);
      if (rewrite(message, time)) {
        report.count("messages put into the form of now");
      }
    }
    Old last = messages.getLast();
    addSide(last, time, last.from(), last.to());
    addSide(last, time, last.to(), last.from());
  }

  private static Old old(DynamoFields item) {
    String sortKey = item.text("SK").orElseThrow();
    return new Old(
        item,
        item.text("message_id", "id").orElse(sortKey.substring(sortKey.lastIndexOf('#') + 1)),
        item.number("from_user_id"),
        item.number("to_user_id"),
        OldTime.of(item).orElse(0L));
  }

  private boolean rewrite(Old message, long time) {
    return rewriting.rewrite(
        tables.messages(),
        message.item(),
        key(message, time),
        Map.of(
            "message_id", s(message.id()),
            "from_user_id", n(message.from()),
            "from_username", s(message.item().text("from_username").orElse("")),
            "to_user_id", n(message.to()),
            "text", s(message.item().text("text").orElse("")),
            "timestamp", n(time)));
  }

  private static DynamoKey key(Old message, long time) {
    return DynamoMessage.key(message.from(), message.to(), time, message.id());
  }

  private void addSide(Old last, long time, long owner, long other) {
    AttributeValue place = n(TimeOrderedId.place(time, last.id()));
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
            place,
            "last_key",
            key,
            "unread",
            n(0),
            "read_order",
            place,
            "read_key",
            key,
            "read_at",
            n(time)));
  }
}
