package lumina.media.heif;

/// A part of a picture, in pixels.
public record Crop(int left, int top, int width, int height) {
  private double scale(int edge) {
    return Math.min(1, (double) edge / Math.max(width, height));
  }

  /// Its width after it is shrunk until no side is longer than `edge`.
  int widthWithin(int edge) {
    return (int) Math.max(1, Math.round(width * scale(edge)));
  }

  int heightWithin(int edge) {
    return (int) Math.max(1, Math.round(height * scale(edge)));
  }
}
