package lumina.media;

/// Computes the ThumbHash of a picture: about 25 bytes from which a page draws a blurred preview
/// before the picture arrives. The result equals that of `rgbaToThumbHash` in the npm package
/// `thumbhash`, byte for byte.
public final class ThumbHash {
  private static final int LARGEST_EDGE = 100;

  private ThumbHash() {}

  /// @param rgba four bytes a pixel, alpha not premultiplied
  public static byte[] of(int width, int height, byte[] rgba) {
    if (width > LARGEST_EDGE || height > LARGEST_EDGE) {
      throw new IllegalArgumentException("larger than 100 × 100");
    }
    int pixels = width * height;
    double[] average = average(pixels, rgba);
    boolean alpha = average[3] < pixels;
    double[][] lpqa = channels(pixels, rgba, average);
    int limit = alpha ? 5 : 7;
    int longer = Math.max(width, height);
    int lx = Math.max(1, round((double) limit * width / longer));
    int ly = Math.max(1, round((double) limit * height / longer));
    Channel l = new Channel(lpqa[0], width, height, Math.max(3, lx), Math.max(3, ly));
    Channel p = new Channel(lpqa[1], width, height, 3, 3);
    Channel q = new Channel(lpqa[2], width, height, 3, 3);
    boolean landscape = width > height;
    int header24 =
        round(63 * l.dc)
            | round(31.5 + 31.5 * p.dc) << 6
            | round(31.5 + 31.5 * q.dc) << 12
            | round(31 * l.scale) << 18
            | (alpha ? 1 << 23 : 0);
    int header16 =
        (landscape ? ly : lx)
            | round(63 * p.scale) << 3
            | round(63 * q.scale) << 9
            | (landscape ? 1 << 15 : 0);
    Nibbles hash =
        new Nibbles(
            (alpha ? 6 : 5) + (l.ac.length + p.ac.length + q.ac.length + (alpha ? 14 : 0) + 1) / 2);
    hash.bytes(header24, 3).bytes(header16, 2);
    if (alpha) {
      Channel a = new Channel(lpqa[3], width, height, 5, 5);
      hash.bytes(round(15 * a.dc) | round(15 * a.scale) << 4, 1);
      return hash.all(l.ac).all(p.ac).all(q.ac).all(a.ac).bytes;
    }
    return hash.all(l.ac).all(p.ac).all(q.ac).bytes;
  }

  /// Converts grey, grey with alpha, or RGB to RGBA.
  public static byte[] rgba(byte[] pixels, int bands) {
    byte[] rgba = new byte[pixels.length / bands * 4];
    for (int from = 0, to = 0; to < rgba.length; from += bands, to += 4) {
      boolean grey = bands < 3;
      rgba[to] = pixels[from];
      rgba[to + 1] = pixels[grey ? from : from + 1];
      rgba[to + 2] = pixels[grey ? from : from + 2];
      rgba[to + 3] = bands % 2 == 0 ? pixels[from + bands - 1] : (byte) 255;
    }
    return rgba;
  }

  private static double[] average(int pixels, byte[] rgba) {
    double[] sum = new double[4];
    for (int i = 0; i < pixels; i++) {
      double alpha = (rgba[i * 4 + 3] & 255) / 255.0;
      for (int band = 0; band < 3; band++) {
        sum[band] += alpha / 255 * (rgba[i * 4 + band] & 255);
      }
      sum[3] += alpha;
    }
    for (int band = 0; band < 3 && sum[3] > 0; band++) {
      sum[band] /= sum[3];
    }
    return sum;
  }

  /// Computes lightness, two colour differences, and alpha. Transparent parts get the average
  /// colour.
  private static double[][] channels(int pixels, byte[] rgba, double[] average) {
    double[][] lpqa = new double[4][pixels];
    for (int i = 0; i < pixels; i++) {
      double alpha = (rgba[i * 4 + 3] & 255) / 255.0;
      double r = average[0] * (1 - alpha) + alpha / 255 * (rgba[i * 4] & 255);
      double g = average[1] * (1 - alpha) + alpha / 255 * (rgba[i * 4 + 1] & 255);
      double b = average[2] * (1 - alpha) + alpha / 255 * (rgba[i * 4 + 2] & 255);
      lpqa[0][i] = (r + g + b) / 3;
      lpqa[1][i] = (r + g) / 2 - b;
      lpqa[2][i] = r - g;
      lpqa[3][i] = alpha;
    }
    return lpqa;
  }

  /// Rounds like JavaScript's Math.round.
  private static int round(double value) {
    return (int) Math.floor(value + 0.5);
  }

  /// The lowest frequencies of a channel.
  private static final class Channel {
    double dc;
    double scale;
    double[] ac;

    Channel(double[] values, int width, int height, int nx, int ny) {
      double[] found = new double[nx * ny];
      int count = 0;
      for (int cy = 0; cy < ny; cy++) {
        for (int cx = 0; cx * ny < nx * (ny - cy); cx++) {
          double f = frequency(values, width, height, cx, cy);
          if (cx > 0 || cy > 0) {
            found[count++] = f;
            scale = Math.max(scale, Math.abs(f));
          } else {
            dc = f;
          }
        }
      }
      ac = java.util.Arrays.copyOf(found, count);
      for (int i = 0; scale > 0 && i < count; i++) {
        ac[i] = 0.5 + 0.5 / scale * ac[i];
      }
    }

    private static double frequency(double[] values, int width, int height, int cx, int cy) {
      double[] fx = new double[width];
      for (int x = 0; x < width; x++) {
        fx[x] = StrictMath.cos(Math.PI / width * cx * (x + 0.5));
      }
      double f = 0;
      for (int y = 0; y < height; y++) {
        double fy = StrictMath.cos(Math.PI / height * cy * (y + 0.5));
        for (int x = 0; x < width; x++) {
          f += values[x + y * width] * fx[x] * fy;
        }
      }
      return f / (width * height);
    }
  }

  /// Bytes that are filled with half bytes after the header.
  private static final class Nibbles {
    final byte[] bytes;
    private int nibble;

    Nibbles(int size) {
      bytes = new byte[size];
    }

    Nibbles bytes(int value, int count) {
      for (int i = 0; i < count; i++, nibble += 2) {
        bytes[nibble / 2] = (byte) (value >> (8 * i));
      }
      return this;
    }

    Nibbles all(double[] ac) {
      for (double f : ac) {
        bytes[nibble / 2] |= (byte) (round(15 * f) << (nibble % 2 * 4));
        nibble++;
      }
      return this;
    }
  }
}
