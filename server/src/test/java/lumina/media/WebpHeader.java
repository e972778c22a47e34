package lumina.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads the first chunk of a WebP.
public final class WebpHeader {
  private WebpHeader() {}

  public static String size(byte[] webp) {
    ByteBuffer bytes = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    return switch (new String(webp, 12, 4, StandardCharsets.US_ASCII)) {
      case "VP8 " -> (bytes.getShort(26) & 0x3FFF) + "x" + (bytes.getShort(28) & 0x3FFF);
      case "VP8L" ->
          ((bytes.getInt(21) & 0x3FFF) + 1) + "x" + (((bytes.getInt(21) >> 14) & 0x3FFF) + 1);
      case "VP8X" ->
          ((bytes.getInt(24) & 0xFFFFFF) + 1) + "x" + (((bytes.getInt(26) >> 8) & 0xFFFFFF) + 1);
      default -> "not a WebP";
    };
  }

  static boolean hasAlpha(byte[] webp) {
    return switch (new String(webp, 12, 4, StandardCharsets.US_ASCII)) {
      case "VP8X" -> (webp[20] & 0x10) != 0;
      case "VP8L" -> (webp[24] & 0x10) != 0;
      default -> false;
    };
  }
}
