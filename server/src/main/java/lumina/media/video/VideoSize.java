package lumina.media.video;

/// The size in pixels of a video that is made: at most 1080p, upright or not, and even, as the
/// codec needs it.
record VideoSize(int width, int height) {
  static final int SHORT_SIDE = 1080;
  static final int LONG_SIDE = 1920;

  /// The smallest side that the encoder takes.
  private static final int LEAST = 16;

  /// @param width as shown
  /// @param height as shown
  static VideoSize within(int width, int height) {
    double scale =
        Math.min(
            1.0,
            Math.min(
                (double) SHORT_SIDE / Math.min(width, height),
                (double) LONG_SIDE / Math.max(width, height)));
    return new VideoSize(even(width * scale), even(height * scale));
  }

  private static int even(double pixels) {
    return Math.max(LEAST, 2 * (int) Math.round(pixels / 2));
  }

  long pixels() {
    return (long) width * height;
  }
}
