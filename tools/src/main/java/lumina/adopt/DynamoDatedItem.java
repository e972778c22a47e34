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

/// A comment or message of the old application, and when it was said.
///
/// Where an item does not say that itself, its sort key does; where that does not either, it was
/// said when the one before it was.
///
/// @param id its own, or else the last part of its sort key
/// @param said whether the item itself says when
record DynamoDatedItem(DynamoFields item, String id, long time, boolean said) {
  /// In the order in which they were said.
  ///
  /// @param items in the order of their sort keys
  /// @param start when the first one was said, if nobody knows
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

  /// The first moment that any of them knows.
  static Optional<Long> first(List<DynamoFields> items) {
    return items.stream()
        .flatMap(item -> LegacyTime.said(item).or(() -> LegacyTime.inKey(item)).stream())
        .min(Comparator.naturalOrder());
  }

  /// What it said of its time before, to be kept with it; empty if that could be read.
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
