package lumina.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// ICC profiles of an RGB space: three primaries (adapted to D50) and a gamma.
public final class ColourProfile {
  /// Bytes for each tag; the description needs the most.
  private static final int ROOM = 128;

  private static final double[] WHITE = {0.9642, 1.0, 0.8249};
  private static final String[] TAGS = {
    "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "desc", "cprt"
  };

  private ColourProfile() {}

  public static byte[] displayP3() {
    return of(
        2.2,
        WHITE,
        new double[] {.5151, .2412, -.0011},
        new double[] {.292, .6922, .0419},
        new double[] {.1571, .0666, .7841});
  }

  public static byte[] adobeRgb() {
    return of(
        2.2,
        WHITE,
        new double[] {.6097, .3111, .0195},
        new double[] {.2053, .6257, .0609},
        new double[] {.1492, .0632, .7446});
  }

  private static byte[] of(double gamma, double[]... points) {
    int first = 128 + 4 + TAGS.length * 12;
    ByteBuffer icc = ByteBuffer.allocate(first + TAGS.length * ROOM);
    icc.putInt(icc.capacity()).putInt(0).putInt(0x02400000).put(ascii("mntrRGB XYZ "));
    icc.position(36).put(ascii("acsp"));
    icc.position(68);
    fixed(icc, WHITE);
    icc.position(128).putInt(TAGS.length);
    for (int i = 0; i < TAGS.length; i++) {
      int at = first + i * ROOM;
      icc.position(132 + i * 12).put(ascii(TAGS[i])).putInt(at).putInt(ROOM);
      icc.position(at);
      switch (TAGS[i]) {
        case "desc" -> icc.put(ascii("desc")).putInt(0).putInt(2).put(ascii("p"));
        case "cprt" -> icc.put(ascii("text")).putInt(0).put(ascii("p"));
        case "rTRC", "gTRC", "bTRC" ->
            icc.put(ascii("curv")).putInt(0).putInt(1).putShort((short) Math.round(gamma * 256));
        default -> fixed(icc.put(ascii("XYZ ")).putInt(0), points[i]);
      }
    }
    return icc.array();
  }

  private static void fixed(ByteBuffer icc, double[] xyz) {
    for (double value : xyz) {
      icc.putInt((int) Math.round(value * 65536));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The profile in the segment of a JPEG.
  public static byte[] segment(byte[] icc) {
    byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    return Pictures.segment(0xE2, Pictures.insert(name, name.length, icc));
  }
}
