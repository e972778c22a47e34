package lumina.backend;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Makes ids: UUID version 7 as 32 hex characters, so that they sort by the time they were made.
public final class TimeOrderedId {
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
}
