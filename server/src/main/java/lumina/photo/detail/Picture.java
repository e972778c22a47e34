package lumina.photo.detail;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.media.DerivedImage;
import lumina.media.ImageSize;

/// The properties of a photo's original.
///
/// @param bytes size of the original
/// @param width in pixels, after its orientation is applied
/// @param height in pixels, after its orientation is applied
/// @param placeholder ThumbHash in Base64
/// @param damaged whether a part of the picture is missing from the file
/// @param animated whether its original is an animation
public record Picture(
    long bytes, int width, int height, String placeholder, boolean damaged, boolean animated) {

  /// @param bytes size of the original
  public static Picture of(DerivedImage image, long bytes) {
    return new Picture(
        bytes,
        image.width(),
        image.height(),
        image.placeholder(),
        image.damaged(),
        image.animated());
  }

  /// The derived sizes as browsers choose among them: address and width of each but the smallest.
  ///
  /// @param address of a size
  public String srcset(Function<ImageSize, String> address) {
    return Arrays.stream(ImageSize.values())
        .filter(size -> size != ImageSize.THUMB)
        .map(size -> address.apply(size) + " " + widthWithin(size.edge()) + "w")
        .collect(Collectors.joining(", "));
  }

  private long widthWithin(int edge) {
    double scale = Math.min(1.0, (double) edge / Math.max(width, height));
    return Math.max(1, Math.round(width * scale));
  }

  static Picture read(FieldReader from) {
    return new Picture(
        from.number("bytes"),
        (int) from.number("width"),
        (int) from.number("height"),
        from.text("placeholder"),
        from.flag("damaged"),
        from.flag("animated"));
  }

  void write(FieldWriter to) {
    to.number("bytes", bytes);
    to.number("width", width);
    to.number("height", height);
    to.text("placeholder", placeholder);
    to.flag("damaged", damaged);
    to.flag("animated", animated);
  }
}
