package lumina.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lumina.id.SortKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Library;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks the number of unread messages in each side of a conversation: those of the other person
/// after the last one that was read, without deleted ones.
@Component
@ConditionalOnNotWebApplication
record UnreadInspection(Library library) implements Inspection {
  private static final String UNREAD = "unread";

  private record Side(long reader, long writer) {}

  /// A side that counts wrong, and the right number.
  private record Miscount(EntityRecord side, long right) {}

  @Override
  public String subject() {
    return "unread messages";
  }

  /// Whatever is wrong twice is not a message that is being sent or read at this moment.
  @Override
  public void inspect(Findings findings) {
    List<Miscount> wrong = miscounts();
    if (!wrong.isEmpty()) {
      wrong.retainAll(miscounts());
    }
    wrong.forEach(
        it ->
            findings.add(
                "Person %d has %d unread messages of person %d by the count, but there are %d."
                    .formatted(
                        it.side().number("user_id"),
                        it.side().number(UNREAD),
                        it.side().number("other_id"),
                        it.right()),
                () -> correct(it)));
  }

  private List<Miscount> miscounts() {
    Map<Side, EntityRecord> sides = new HashMap<>();
    library
        .records(Entity.CONVERSATIONS)
        .each(
            page ->
                page.forEach(
                    it -> sides.put(new Side(it.number("user_id"), it.number("other_id")), it)));
    Map<Side, Long> unread = new HashMap<>();
    library
        .records(Entity.MESSAGES)
        .each(
            page ->
                page.forEach(
                    message -> {
                      Side side = new Side(message.number("to_id"), message.number("from_id"));
                      if (isUnread(message, sides.get(side))) {
                        unread.merge(side, 1L, Long::sum);
                      }
                    }));
    List<Miscount> wrong = new ArrayList<>();
    sides.forEach(
        (side, it) -> {
          long right = unread.getOrDefault(side, 0L);
          if (it.number(UNREAD) != right) {
            wrong.add(new Miscount(it, right));
          }
        });
    return wrong;
  }

  private static boolean isUnread(EntityRecord message, @Nullable EntityRecord side) {
    if (side == null || message.number("deleted") != 0) {
      return false;
    }
    String read = side.text("read_message");
    if (read.isEmpty()) {
      return true;
    }
    String[] parts = read.split("#", 2); // its time and id
    return message.number("sort_key") > SortKey.of(Long.parseLong(parts[0]), parts[1])
        && !message.text("message_id").equals(parts[1]);
  }

  private boolean correct(Miscount wrong) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(wrong.side().values());
    values.put(UNREAD, wrong.right());
    library
        .records(Entity.CONVERSATIONS)
        .update(List.of(new EntityRecord(Entity.CONVERSATIONS, values)));
    return true;
  }
}
