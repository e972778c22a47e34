package lumina.id;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Creates ids: UUID version 7 as 32 hex characters, so that they sort by their creation time.
public final class TimeOrderedId {
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

  /// The creation time in an id, in milliseconds since 1970; -1 for an id of another form.
  public static long millisOf(String id) {
    return SEVEN.matcher(id).matches() ? Long.parseLong(id.substring(0, 12), 16) : -1;
  }
}
