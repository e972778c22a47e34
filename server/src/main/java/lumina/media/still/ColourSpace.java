package lumina.media.still;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The colour space of a picture whose file names it with numbers instead of a profile.
///
/// @param light maps a sample to linear light, both from 0 to 1; light above white is rolled off
public record ColourSpace(Primaries primaries, DoubleUnaryOperator light) {
  /// The CIE x and y of red, green, blue and white.
  record Primaries(
      double redX,
      double redY,
      double greenX,
      double greenY,
      double blueX,
      double blueY,
      double whiteX,
      double whiteY) {
    static final Primaries SRGB = d65(.64, .33, .30, .60, .15, .06);

    private static Primaries d65(double... xy) {
      return new Primaries(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5], .3127, .3290);
    }

    boolean isLike(Primaries other) {
      return Math.abs(redX - other.redX)
              + Math.abs(redY - other.redY)
              + Math.abs(greenX - other.greenX)
              + Math.abs(greenY - other.greenY)
              + Math.abs(blueX - other.blueX)
              + Math.abs(blueY - other.blueY)
              + Math.abs(whiteX - other.whiteX)
              + Math.abs(whiteY - other.whiteY)
          < 0.02;
    }
  }

  /// White paper in HDR (ITU-R BT.2408), in candela. The constant after it is the brightest light
  /// that stays distinguishable, as a multiple of white.
  private static final double WHITE = 203;

  private static final double BRIGHTEST = 1000 / WHITE;

  /// Light up to here stays unchanged; brighter light is compressed into the rest of the range.
  private static final double SHOULDER = 0.8;

  /// Takes code points of ITU-T H.273. Empty for sRGB and for spaces that look the same in
  /// pictures.
  static Optional<ColourSpace> of(int primaries, int transfer) {
    Primaries colours =
        switch (primaries) {
          case 5 -> Primaries.d65(.64, .33, .29, .60, .15, .06);
          case 6, 7 -> Primaries.d65(.630, .340, .310, .595, .155, .070);
          case 9 -> Primaries.d65(.708, .292, .170, .797, .131, .046);
          case 11 -> new Primaries(.680, .320, .265, .690, .150, .060, .314, .351);
          case 12 -> Primaries.d65(.680, .320, .265, .690, .150, .060);
          default -> Primaries.SRGB;
        };
    DoubleUnaryOperator light =
        switch (transfer) {
          case 4 -> gamma(2.2);
          case 5 -> gamma(2.8);
          case 8 -> gamma(1);
          case 16 -> ColourSpace::perceptualQuantizer;
          case 18 -> ColourSpace::hybridLogGamma;
          default -> ColourSpace::srgb;
        };
    boolean usual = colours.equals(Primaries.SRGB) && !(transfer == 4 || transfer == 5);
    return usual && transfer != 8 && transfer != 16 && transfer != 18
        ? Optional.empty()
        : Optional.of(new ColourSpace(colours, light));
  }

  static DoubleUnaryOperator gamma(double exponent) {
    return value -> Math.pow(value, exponent);
  }

  static double srgb(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /// SMPTE ST 2084: absolute light, up to 10,000 candela.
  private static double perceptualQuantizer(double value) {
    double root = Math.pow(value, 1 / 78.84375);
    double light = Math.max(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root);
    return shown(10_000 * Math.pow(light, 1 / 0.1593017578125) / WHITE);
  }

  /// ITU-R BT.2100, for a display of 1,000 candela.
  private static double hybridLogGamma(double value) {
    double scene =
        value <= 0.5
            ? value * value / 3
            : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    return shown(1000 * Math.pow(scene, 1.2) / WHITE);
  }

  private static double shown(double light) {
    if (light <= SHOULDER) {
      return light;
    }
    double over = (light - SHOULDER) / (1 - SHOULDER);
    double most = (BRIGHTEST - SHOULDER) / (1 - SHOULDER);
    double rolledOff = over * (1 + over / (most * most)) / (1 + over);
    return Math.min(1, SHOULDER + (1 - SHOULDER) * rolledOff);
  }
}
