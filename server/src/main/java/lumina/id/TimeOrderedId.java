package lumina.id;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Makes ids: UUID version 7 as 32 hex characters, so that they sort by the time they were made.
public final class TimeOrderedId {
  private static final int PLACE_BITS = 20;
  private static final Pattern SEVEN = Pattern.compile("[0-9a-f]{12}7[0-9a-f]{19}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeOrderedId() {}

  /// @param millis milliseconds since 1970
  public static String at(long millis) {
    byte[] uuid = new byte[16];
    RANDOM.nextBytes(uuid);
    for (int i = 0; i < 6; i++) {
      uuid[i] = (byte) (millis >>> (40 - 8 * i));
    }
    uuid[6] = (byte) (0x70 | (uuid[6] & 0x0f)); // version
    uuid[8] = (byte) (0x80 | (uuid[8] & 0x3f)); // variant
    return HexFormat.of().formatHex(uuid);
  }

  /// The milliseconds in an id of this kind, or -1 for any other.
  public static long millisOf(String id) {
    return SEVEN.matcher(id).matches() ? Long.parseLong(id.substring(0, 12), 16) : -1;
  }

  /// A place in time that tells apart what was made in the same millisecond: 43 bits of
  /// milliseconds, then the last 20 bits of an id.
  public static long place(long millis, String id) {
    return millis << PLACE_BITS | lastBits(id);
  }

  private static long lastBits(String id) {
    try {
      return Long.parseLong(id.substring(Math.max(0, id.length() - PLACE_BITS / 4)), 16);
    } catch (NumberFormatException notHexadecimal) {
      return id.hashCode() & ((1L << PLACE_BITS) - 1);
    }
  }

  /// Before every place of this millisecond, and after all earlier ones.
  public static long startOf(long millis) {
    return millis << PLACE_BITS;
  }

  /// The milliseconds of a [#place].
  public static long timeOf(long place) {
    return place >> PLACE_BITS;
  }
}
