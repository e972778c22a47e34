package lumina.media.still;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lumina.media.metadata.FileBytes;
import lumina.media.still.ColourSpace.Primaries;

/// Reads the colour space of a PNG, and whether it is animated, from the chunks before its pixels.
public final class PngColour {
  private static final int SIGNATURE = 8;
  private static final int LARGEST = 64;

  /// A smaller difference in brightness is invisible.
  private static final double SAME_GAMMA = 0.05;

  private final Map<String, ByteBuffer> chunks = new HashMap<>();

  private PngColour(FileBytes bytes) throws IOException {
    String name = "";
    for (long at = SIGNATURE; !name.equals("IDAT") && at + 8 <= bytes.size(); ) {
      ByteBuffer head = bytes.read(at, 8);
      long length = Integer.toUnsignedLong(head.getInt());
      byte[] type = new byte[4];
      head.get(type);
      name = new String(type, StandardCharsets.ISO_8859_1);
      long there = Math.min(length, bytes.size() - at - 8);
      chunks.putIfAbsent(name, bytes.read(at + 8, Math.min(LARGEST, there)));
      at += 12 + length;
    }
  }

  static PngColour of(FileBytes bytes) throws IOException {
    return new PngColour(bytes);
  }

  boolean moves() {
    ByteBuffer animation = chunks.get("acTL");
    return animation != null && animation.getInt(0) > 1;
  }

  /// The newest chunk wins: cICP, then a profile (which the engine reads), sRGB, and gAMA with
  /// cHRM.
  Optional<ColourSpace> space() {
    ByteBuffer codes = chunks.get("cICP");
    if (codes != null) {
      return ColourSpace.of(codes.get(0), codes.get(1));
    }
    ByteBuffer gamma = chunks.get("gAMA");
    if (gamma == null || chunks.containsKey("sRGB") || gamma.getInt(0) <= 0) {
      return Optional.empty();
    }
    Primaries primaries = primaries();
    double exponent = 100_000.0 / gamma.getInt(0);
    boolean usual = Math.abs(exponent - 2.2) < SAME_GAMMA;
    return usual && primaries.isLike(Primaries.SRGB)
        ? Optional.empty()
        : Optional.of(
            new ColourSpace(primaries, usual ? ColourSpace::srgb : ColourSpace.gamma(exponent)));
  }

  private Primaries primaries() {
    ByteBuffer points = chunks.get("cHRM");
    if (points == null) {
      return Primaries.SRGB;
    }
    double[] xy = new double[8]; // white first
    for (int i = 0; i < xy.length; i++) {
      xy[i] = points.getInt(4 * i) / 100_000.0;
    }
    return new Primaries(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
  }
}
