package lumina.id;

import java.util.function.LongConsumer;
import org.springframework.dao.DuplicateKeyException;

/// By what lists are in order, the same on every backend: 43 bits of milliseconds, then 20 bits of
/// what tells apart what was made in the same millisecond.
///
/// It follows from what never changes, so a list has the same order wherever its items are copied
/// to, and a cursor is one number.
public final class SortKey {
  /// Before every photo there can be.
  public static final long NEWEST = Long.MAX_VALUE;

  private static final int CLOSE_BY = 1_000;

  private SortKey() {}

  public static long of(long createdAt, String photoId) {
    return TimeOrderedId.place(createdAt, photoId);
  }

  /// Milliseconds since 1970.
  public static long timeOf(long sortKey) {
    return TimeOrderedId.timeOf(sortKey);
  }

  /// Writes something under its sort key, or under the next one that nothing else has.
  ///
  /// @param write throws [DuplicateKeyException] where something has it
  /// @return the one that it has now
  public static long firstFree(long wanted, LongConsumer write) {
    for (long sortKey = wanted; ; sortKey++) {
      try {
        write.accept(sortKey);
        return sortKey;
      } catch (DuplicateKeyException taken) {
        if (sortKey - wanted == CLOSE_BY) {
          throw taken;
        }
      }
    }
  }
}
