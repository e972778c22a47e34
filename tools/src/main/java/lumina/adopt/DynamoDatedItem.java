package lumina.adopt;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.storage.dynamo.DynamoFields;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A comment or message of the old application, with its time.
///
/// The time is in the item, or else in its sort key; otherwise it is that of the item before.
///
/// @param id its own, or else the last part of its sort key
/// @param said whether the item itself has a readable time
record DynamoDatedItem(DynamoFields item, String id, long time, boolean said) {
  /// Returns the items with their times, in order of time.
  ///
  /// @param items in the order of their sort keys
  /// @param start the time of the first one, if it is unknown
  static List<DynamoDatedItem> inOrder(List<DynamoFields> items, String idName, long start) {
    List<DynamoDatedItem> dated = new ArrayList<>();
    long before = start;
    for (DynamoFields item : items) {
      Optional<Long> said = LegacyTime.said(item);
      before = said.or(() -> LegacyTime.inKey(item)).orElse(before);
      dated.add(new DynamoDatedItem(item, idOf(item, idName), before, said.isPresent()));
    }
    dated.sort(Comparator.comparingLong(DynamoDatedItem::time).thenComparing(DynamoDatedItem::id));
    return dated;
  }

  private static String idOf(DynamoFields item, String name) {
    String sortKey = item.text("SK").orElseThrow();
    return item.text(name, "id").orElse(sortKey.substring(sortKey.lastIndexOf('#') + 1));
  }

  /// Returns the first known time of the items.
  static Optional<Long> first(List<DynamoFields> items) {
    return items.stream()
        .flatMap(item -> LegacyTime.said(item).or(() -> LegacyTime.inKey(item)).stream())
        .min(Comparator.naturalOrder());
  }

  /// Returns the unreadable time of the item, which is kept as an attribute; empty if it was
  /// readable.
  Map<String, AttributeValue> oldTime() {
    return said
        ? Map.of()
        : Stream.of("created_at", "timestamp")
            .filter(item::has)
            .findFirst()
            .map(name -> Map.of("old_time", requireNonNull(item.item().get(name))))
            .orElse(Map.of());
  }

  void report(String what, AdoptionReport report) {
    if (!said) {
      report.decided(
          "times that cannot be read",
          "%s %s has no readable time (%s): that of its key or of the previous one is used"
              .formatted(what, id, item.text("created_at", "timestamp").orElse("nothing")));
    }
  }
}
