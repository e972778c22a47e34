package lumina.id;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.springframework.dao.DuplicateKeyException;

/// By what lists of photos, comments, messages, likes and notifications are in order: 43 bits of
/// milliseconds, then 20 bits that tell apart what was made in the same millisecond.
///
/// It follows from what never changes, so it is the same on every backend, and a cursor is one
/// number. In a list no two are the same: what is said or told comes behind the last ([#behind]),
/// and where a number is taken all the same, the next one is ([#firstFree]).
public final class SortKey {
  /// Greater than any sort key there can be: where lists begin that have the newest first.
  public static final long NEWEST = Long.MAX_VALUE;

  private static final int ID_BITS = 20;
  private static final int ID_DIGITS = ID_BITS / 4;
  private static final long ID_MASK = (1L << ID_BITS) - 1;
  private static final int CLOSE_BY = 1_000;

  private SortKey() {}

  /// @param millis milliseconds since 1970
  /// @param id of which the last five hexadecimal digits count
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

  /// Of what has no id of its own.
  ///
  /// @param deed numbers and texts that tell it from everything else of its kind
  public static long ofDeed(long millis, Object... deed) {
    return startOf(millis) | (Arrays.hashCode(deed) & ID_MASK);
  }

  /// Before everything of this millisecond, and after everything earlier.
  public static long startOf(long millis) {
    return millis << ID_BITS;
  }

  /// After everything of this millisecond, and before everything later.
  public static long endOf(long millis) {
    return millis < timeOf(Long.MAX_VALUE) ? startOf(millis + 1) - 1 : Long.MAX_VALUE;
  }

  /// Milliseconds since 1970.
  public static long timeOf(long sortKey) {
    return sortKey >> ID_BITS;
  }

  /// What a list takes next that grows at its end alone, whatever clocks say: the time of what is
  /// said, for which a millisecond makes room, or a sort key.
  ///
  /// @param last that of its last item, 0 where there is none
  public static long behind(long last, long wanted) {
    return Math.max(last + 1, wanted);
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
