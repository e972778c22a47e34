package lumina.media;

import java.util.HexFormat;

/// How a picture looks from afar: its colours in a grid of 16 × 16 areas, on white. The sizes of
/// one picture look alike.
///
/// @param width of the picture in pixels
/// @param height of the picture in pixels
/// @param colours red, green and blue of each area in hexadecimal; empty if the picture is so
///   narrow that its sizes differ
public record Glance(int width, int height, String colours) {
  private static final int AREAS = 16;

  /// The pixels of an area, along one side.
  private static final int AREA = 8;

  /// The side of the square into which a picture is shrunk first.
  public static final int EDGE = AREAS * AREA;

  private static final int NARROWEST = 64;

  /// Between sizes of one picture an area differs by up to half of this, at hard edges.
  private static final int TOLERANCE = 56;

  private static final int WHITE = 255;

  /// @param width of the picture, before it was shrunk
  /// @param rgba of the pixels in the square
  public static Glance of(int width, int height, byte[] rgba) {
    if (Math.min(width, height) < NARROWEST) {
      return new Glance(width, height, "");
    }
    int[] sums = new int[AREAS * AREAS * 3];
    for (int pixel = 0; pixel < EDGE * EDGE; pixel++) {
      int area = pixel / EDGE / AREA * AREAS + pixel % EDGE / AREA;
      int alpha = rgba[pixel * 4 + 3] & 255;
      for (int band = 0; band < 3; band++) {
        int colour = rgba[pixel * 4 + band] & 255;
        sums[area * 3 + band] += WHITE + (colour - WHITE) * alpha / WHITE;
      }
    }
    byte[] means = new byte[sums.length];
    for (int i = 0; i < sums.length; i++) {
      means[i] = (byte) (sums[i] / (AREA * AREA));
    }
    return new Glance(width, height, HexFormat.of().formatHex(means));
  }

  /// Whether both cannot be sizes of one picture.
  public boolean contradicts(Glance other) {
    byte[] mine = HexFormat.of().parseHex(colours);
    byte[] theirs = HexFormat.of().parseHex(other.colours);
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      if (Math.abs((mine[i] & 255) - (theirs[i] & 255)) > TOLERANCE) {
        return true;
      }
    }
    return false;
  }
}
