package lumina.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Puts private metadata into files, and searches for traces of it.
public final class Exif {
  private Exif() {}

  public static byte[] inJpeg(byte[] jpeg, byte[] exif) {
    return Pictures.withSegments(jpeg, Pictures.segment(0xE1, withName(exif)));
  }

  private static byte[] withName(byte[] exif) {
    return Pictures.insert("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 6, exif);
  }

  /// The private values that these bytes still contain.
  public static List<String> tracesIn(byte[] bytes) {
    String text = latin(bytes);
    List<String> found = new ArrayList<>();
    for (String secret :
        List.of(TiffBlock.SERIAL, TiffBlock.CAMERA, latin(TiffBlock.LATITUDE), "GPSLatitude")) {
      if (text.contains(secret)) {
        found.add(secret);
      }
    }
    return found;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
