package lumina.id;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.springframework.dao.DuplicateKeyException;

/// Computes the number by which lists of photos, comments, messages, likes and notifications are
/// sorted: 43 bits of milliseconds, then 20 bits that distinguish items of the same millisecond.
///
/// It is derived from fields that never change, so it is the same on every backend, and a cursor is
/// one number. It is unique within a list: a new item in a growing list follows the last one
/// ([#behind]), and if a number is taken, the next one is used ([#firstFree]).
public final class SortKey {
  /// Greater than any sort key: the start of lists with the newest first.
  public static final long NEWEST = Long.MAX_VALUE;

  private static final int ID_BITS = 20;
  private static final int ID_DIGITS = ID_BITS / 4;
  private static final long ID_MASK = (1L << ID_BITS) - 1;
  private static final int CLOSE_BY = 1_000;

  private SortKey() {}

  /// @param millis milliseconds since 1970
  /// @param id its last five hexadecimal digits count
  public static long of(long millis, String id) {
    return startOf(millis) | lastBits(id);
  }

  private static long lastBits(String id) {
    try {
      return Long.parseUnsignedLong(id.substring(Math.max(0, id.length() - ID_DIGITS)), 16);
    } catch (NumberFormatException notHexadecimal) {
      return id.hashCode() & ID_MASK;
    }
  }

  /// For an item without an id.
  ///
  /// @param action numbers and texts that identify the item among those of its kind
  public static long ofAction(long millis, Object... action) {
    return startOf(millis) | (Arrays.hashCode(action) & ID_MASK);
  }

  /// Less than all sort keys of this millisecond, and greater than all earlier ones.
  public static long startOf(long millis) {
    return millis << ID_BITS;
  }

  /// Not less than any sort key of this millisecond, and less than all later ones.
  public static long endOf(long millis) {
    return millis < timeOf(Long.MAX_VALUE) ? startOf(millis + 1) - 1 : Long.MAX_VALUE;
  }

  /// Milliseconds since 1970.
  public static long timeOf(long sortKey) {
    return sortKey >> ID_BITS;
  }

  /// The next time or sort key in a list that only grows at its end, even if clocks go backwards.
  ///
  /// @param last that of the last item, 0 without one
  /// @param wanted that of the new item, by the clock
  public static long behind(long last, long wanted) {
    return Math.max(last + 1, wanted);
  }

  /// Writes an item under its sort key, or under the next free one.
  ///
  /// @param write throws [DuplicateKeyException] if another item has the sort key
  /// @return the sort key that was used
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
