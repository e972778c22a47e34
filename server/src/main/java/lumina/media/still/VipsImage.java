package lumina.media.still;

import static lumina.media.still.NativeLibrary.Signature.plain;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A picture that a session holds, with the properties in its header.
public record VipsImage(Vips vips, Arena arena, MemorySegment pointer) {
  private static final int CMYK = 15;

  int width() {
    return number("vips_image_get_width");
  }

  int height() {
    return number("vips_image_get_height");
  }

  int bands() {
    return number("vips_image_get_bands");
  }

  public int format() {
    return number("vips_image_get_format");
  }

  public int interpretation() {
    return number("vips_image_get_interpretation");
  }

  /// EXIF orientations 5 to 8 swap width and height.
  boolean liesOnItsSide() {
    return number("vips_image_get_orientation") >= 5;
  }

  boolean isProgressive() {
    return isSet("interlaced") || isSet("jpeg-multiscan");
  }

  /// Whether its samples are in another colour space than sRGB.
  boolean isProfiled() {
    return has("icc-profile-data") || isCmyk();
  }

  boolean isCmyk() {
    return interpretation() == CMYK;
  }

  /// The number of frames or pages; at least 1.
  int frames() {
    return Math.max(1, field("n-pages"));
  }

  private boolean isSet(String field) {
    return field(field) != 0;
  }

  private int field(String name) {
    MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
    boolean there =
        has(name) && vips.integer(arena, plain("vips_image_get_int"), pointer, name, value) == 0;
    return there ? value.get(ValueLayout.JAVA_INT, 0) : 0;
  }

  private boolean has(String field) {
    return vips.integer(arena, plain("vips_image_get_typeof"), pointer, field) != 0;
  }

  private int number(String property) {
    return vips.integer(arena, plain(property), pointer);
  }
}
