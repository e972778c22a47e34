package lumina.text;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// The number of people who reacted with each emoji.
///
/// @param each without reactions of nobody
public record ReactionCounts(Map<Reaction, Long> each) {
  public static final ReactionCounts NONE = new ReactionCounts(Map.of());

  /// One emoji, and how many people chose it.
  public record ReactionCount(Reaction reaction, long count) {}

  /// @param all everybody who reacted; those who chose no other emoji count as hearts
  /// @param others the number of people with each other emoji
  public static ReactionCounts of(long all, ToLongFunction<Reaction> others) {
    Map<Reaction, Long> each = new EnumMap<>(Reaction.class);
    long left = Math.max(all, 0);
    for (Reaction reaction : Reaction.others()) {
      long count = Math.clamp(others.applyAsLong(reaction), 0, left);
      each.put(reaction, count);
      left -= count;
    }
    each.put(Reaction.HEART, left);
    return withoutZeros(each);
  }

  public static ReactionCounts one(Reaction reaction) {
    return new ReactionCounts(Map.of(reaction, 1L));
  }

  private static ReactionCounts withoutZeros(Map<Reaction, Long> each) {
    each.values().removeIf(count -> count <= 0);
    return each.isEmpty() ? NONE : new ReactionCounts(each);
  }

  /// The number of everybody who reacted.
  public long all() {
    return each.values().stream().mapToLong(Long::longValue).sum();
  }

  public long count(Reaction reaction) {
    return each.getOrDefault(reaction, 0L);
  }

  public ReactionCounts plus(ReactionCounts more) {
    return changed(more, 1);
  }

  public ReactionCounts minus(ReactionCounts less) {
    return changed(less, -1);
  }

  private ReactionCounts changed(ReactionCounts by, int sign) {
    Map<Reaction, Long> sum = new EnumMap<>(Reaction.class);
    for (Reaction reaction : Reaction.values()) {
      sum.put(reaction, count(reaction) + sign * by.count(reaction));
    }
    return withoutZeros(sum);
  }

  /// The reactions that anybody chose, the most frequent first.
  public List<ReactionCount> list() {
    return each.entrySet().stream()
        .map(it -> new ReactionCount(it.getKey(), it.getValue()))
        .sorted(
            Comparator.comparingLong(ReactionCount::count)
                .reversed()
                .thenComparing(ReactionCount::reaction))
        .toList();
  }
}
