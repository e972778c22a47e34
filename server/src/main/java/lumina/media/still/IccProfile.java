package lumina.media.still;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;
import lumina.media.still.ColourSpace.Primaries;

/// Writes a colour space as the ICC profile that the engine accepts.
public final class IccProfile {
  private static final int STEPS = 4096;
  private static final int HEADER = 128;
  private static final int XYZ_SIZE = 20;
  private static final double[] D50 = {0.9642, 1, 0.8249};

  /// Converts XYZ to cone responses, in which one white is adapted to another (Bradford).
  private static final double[][] CONES = {
    {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
  };

  private IccProfile() {}

  static byte[] of(ColourSpace space, boolean grey) {
    double[][] colours = grey ? new double[0][] : colours(space.primaries());
    String[] names =
        grey
            ? new String[] {"wtpt", "kTRC"}
            : new String[] {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    int first = HEADER + 4 + names.length * 12;
    int curveAt = first + (1 + colours.length) * XYZ_SIZE;
    int curveSize = 12 + 2 * STEPS;
    ByteBuffer icc = ByteBuffer.allocate(curveAt + curveSize);
    header(icc, grey ? "GRAY" : "RGB ");
    icc.putInt(names.length);
    for (int i = 0; i < names.length; i++) {
      boolean curve = names[i].endsWith("TRC");
      icc.put(ascii(names[i]));
      icc.putInt(curve ? curveAt : first + i * XYZ_SIZE).putInt(curve ? curveSize : XYZ_SIZE);
    }
    point(icc, D50);
    for (double[] colour : colours) {
      point(icc, colour);
    }
    curve(icc, space.light());
    return icc.array();
  }

  private static void header(ByteBuffer icc, String space) {
    icc.putInt(icc.capacity()).putInt(0).putInt(0x02400000);
    icc.put(ascii("mntr")).put(ascii(space)).put(ascii("XYZ "));
    icc.position(36).put(ascii("acsp")).position(68);
    fixed(icc, D50);
    icc.position(HEADER);
  }

  private static void point(ByteBuffer icc, double[] xyz) {
    fixed(icc.put(ascii("XYZ ")).putInt(0), xyz);
  }

  private static void fixed(ByteBuffer icc, double[] xyz) {
    for (double value : xyz) {
      icc.putInt((int) Math.round(value * 65536));
    }
  }

  private static void curve(ByteBuffer icc, DoubleUnaryOperator light) {
    icc.put(ascii("curv")).putInt(0).putInt(STEPS);
    for (int i = 0; i < STEPS; i++) {
      icc.putShort((short) Math.round(65535 * light.applyAsDouble(i / (STEPS - 1.0))));
    }
  }

  /// XYZ of full red, green and blue under D50.
  private static double[][] colours(Primaries p) {
    double[] red = xyz(p.redX(), p.redY());
    double[] green = xyz(p.greenX(), p.greenY());
    double[] blue = xyz(p.blueX(), p.blueY());
    double[] white = xyz(p.whiteX(), p.whiteY());
    double whole = volume(red, green, blue);
    double[][] scaled = {
      times(red, volume(white, green, blue) / whole),
      times(green, volume(red, white, blue) / whole),
      times(blue, volume(red, green, white) / whole)
    };
    double[] from = cones(white);
    double[] to = cones(D50);
    for (int i = 0; i < 3; i++) {
      double[] seen = cones(scaled[i]);
      scaled[i] =
          fromCones(
              new double[] {
                seen[0] * to[0] / from[0], seen[1] * to[1] / from[1], seen[2] * to[2] / from[2]
              });
    }
    return scaled;
  }

  private static double[] xyz(double x, double y) {
    return new double[] {x / y, 1, (1 - x - y) / y};
  }

  private static double volume(double[] a, double[] b, double[] c) {
    return a[0] * (b[1] * c[2] - b[2] * c[1])
        - b[0] * (a[1] * c[2] - a[2] * c[1])
        + c[0] * (a[1] * b[2] - a[2] * b[1]);
  }

  private static double[] times(double[] vector, double factor) {
    return new double[] {vector[0] * factor, vector[1] * factor, vector[2] * factor};
  }

  private static double[] cones(double[] xyz) {
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        seen[row] += CONES[row][i] * xyz[i];
      }
    }
    return seen;
  }

  /// Cramer's rule on the columns of the matrix.
  private static double[] fromCones(double[] seen) {
    double[][] columns = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        columns[i][row] = CONES[row][i];
      }
    }
    double whole = volume(columns[0], columns[1], columns[2]);
    return new double[] {
      volume(seen, columns[1], columns[2]) / whole,
      volume(columns[0], seen, columns[2]) / whole,
      volume(columns[0], columns[1], seen) / whole
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
