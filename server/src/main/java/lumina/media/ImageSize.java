package lumina.media;

import java.util.Locale;

/// The derived sizes, smallest first. Each picture fits in a square of `edge` pixels and is never
/// enlarged.
public enum ImageSize {
  THUMB(200, "_thumb.jpg", "image/jpeg"),
  SMALL(480, "_small.webp", "image/webp"),
  MEDIUM(1080, "_medium.webp", "image/webp"),
  LARGE(2048, "_large.webp", "image/webp");

  private final int edge;
  private final String suffix;
  private final String mediaType;

  ImageSize(int edge, String suffix, String mediaType) {
    this.edge = edge;
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /// The name in addresses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The longest side in pixels.
  public int edge() {
    return edge;
  }

  /// The text that follows the photo's id in the file name.
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }
}
