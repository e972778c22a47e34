package lumina.media.still;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the range of samples that have more than 16 bits, a sign or a floating point. Files use
/// several ranges without naming them, so the brightest sample decides.
public final class WideSamples {
  private static final int CHAR = 1;
  private static final int SHORT = 3;
  private static final int UINT = 4;
  private static final int INT = 5;
  private static final int FLOAT = 6;

  /// The possible values of white, by sample format.
  private static final Map<Integer, List<Double>> WHITES =
      Map.of(
          CHAR, List.of(127.0),
          SHORT, List.of(255.0, 32_767.0),
          UINT, List.of(255.0, 65_535.0, 4_294_967_295.0),
          INT, List.of(255.0, 65_535.0, 2_147_483_647.0),
          FLOAT, List.of(1.0, 255.0, 65_535.0));

  /// Greys, sRGB, CMYK: in other spaces samples have their own range.
  private static final Set<Integer> INTERPRETATIONS = Set.of(1, 15, 22, 26, 28);

  /// Lights may be brighter than white.
  private static final double BRIGHTEST_LIGHT = 8;

  private WideSamples() {}

  static boolean in(VipsImage image) {
    return WHITES.containsKey(image.format()) && INTERPRETATIONS.contains(image.interpretation());
  }

  /// A file with an infinite sample uses the range from 0 to 1.
  static double white(int format, double brightest) {
    List<Double> whites = WHITES.getOrDefault(format, List.of(255.0));
    return whites.stream()
        .filter(white -> brightest <= white * BRIGHTEST_LIGHT || Double.isInfinite(brightest))
        .findFirst()
        .orElseGet(whites::getLast);
  }
}
