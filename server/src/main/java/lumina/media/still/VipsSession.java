package lumina.media.still;

import static lumina.media.still.NativeLibrary.Signature.plain;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lumina.media.Glance;
import lumina.media.ThumbHash;
import lumina.media.metadata.GifCanvas;
import lumina.media.still.NativeLibrary.Signature;
import org.jspecify.annotations.Nullable;

/// Owns the native objects of one piece of work, and releases all of them when it is closed.
public final class VipsSession implements AutoCloseable {
  private static final int NEVER_ENLARGE = 2;
  private static final int FORCE = 3;
  private static final int CENTRE = 1;
  private static final int UCHAR = 0;
  private static final int USHORT = 2;
  private static final int SRGB = 22;
  private static final int RGB_16 = 25;
  private static final int GREY_16 = 26;
  private static final double WHITE_16 = 65_535;

  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> owned = new CopyOnWriteArrayList<>();
  private final Vips vips;

  public VipsSession(Vips vips) {
    this.vips = vips;
  }

  /// Reads only the header.
  VipsImage open(Path file) {
    return open(file, "");
  }

  private VipsImage open(Path file, String options) {
    return image(
        own(vips.pointer(arena, plain("vips_image_new_from_source"), source(file), options, null)));
  }

  /// Decodes a file to at most `edge` pixels a side, upright, as sRGB if `profiled`, and keeps the
  /// result in memory.
  ///
  /// @param profile an ICC profile for a file that has none
  public VipsImage shrink(
      Path file, int edge, String loadOptions, boolean profiled, @Nullable Path profile) {
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(source(file), out, edge, "height", edge, "size", NEVER_ENLARGE));
    arguments.addAll(List.of("option_string", loadOptions));
    if (profiled) {
      arguments.addAll(List.of("export_profile", "srgb"));
    }
    if (profiled && profile != null) {
      arguments.addAll(List.of("import_profile", profile.toString()));
    }
    arguments.add(null);
    Signature thumbnail = new Signature("vips_thumbnail_source", 3);
    return decoded(result(vips.integer(arena, thumbnail, arguments.toArray()), out));
  }

  /// Decodes all of a file that was made here, and fails at whatever the decoder warns of.
  public Glance glance(Path file) {
    VipsImage header = open(file);
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(source(file), out, Glance.EDGE, "height", Glance.EDGE));
    arguments.addAll(List.of("size", FORCE, "option_string", "[fail_on=warning]"));
    arguments.add(null);
    Signature thumbnail = new Signature("vips_thumbnail_source", 3);
    VipsImage small = decoded(result(vips.integer(arena, thumbnail, arguments.toArray()), out));
    byte[] rgba = ThumbHash.rgba(pixels(small), small.bands());
    return Glance.of(header.width(), header.height(), rgba);
  }

  /// Does the same for a picture of which the file has only a part; the rest is transparent.
  VipsImage shrink(Path file, GifCanvas.Frame frame, int edge, String loadOptions) {
    VipsImage whole = open(file, loadOptions);
    VipsImage part =
        operation(
            "vips_extract_area", whole, frame.left(), frame.top(), frame.width(), frame.height());
    VipsImage opaque = part.bands() % 2 == 0 ? part : operation("vips_addalpha", part);
    VipsImage placed =
        operation(
            "vips_embed",
            opaque,
            frame.left(),
            frame.top(),
            frame.canvasWidth(),
            frame.canvasHeight());
    return decoded(shrink(placed, edge, false));
  }

  /// Does the same for wide samples. It reads them once before, to find the brightest one. Like the
  /// samples of all files, they are sRGB if no profile says otherwise.
  VipsImage shrinkWide(Path file, int edge, String loadOptions, boolean profiled) {
    String inOrder = loadOptions.replace("]", ",access=sequential]");
    VipsImage wide = open(file, inOrder);
    double white = WideSamples.white(wide.format(), brightest(open(file, inOrder)));
    VipsImage scaled = operation("vips_linear1", wide, WHITE_16 / white, 0.0);
    VipsImage narrow = operation("vips_cast", scaled, USHORT);
    return decoded(shrink(wide.isCmyk() ? narrow : as16Bit(narrow), edge, profiled));
  }

  private double brightest(VipsImage image) {
    MemorySegment brightest = arena.allocate(ValueLayout.JAVA_DOUBLE);
    Signature max = new Signature("vips_max", 2);
    vips.check(arena, vips.integer(arena, max, image.pointer(), brightest, null));
    return brightest.get(ValueLayout.JAVA_DOUBLE, 0);
  }

  private VipsImage as16Bit(VipsImage image) {
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    int meaning = image.bands() < 3 ? GREY_16 : RGB_16;
    Signature copy = new Signature("vips_copy", 2);
    return result(
        vips.integer(arena, copy, image.pointer(), out, "interpretation", meaning, null), out);
  }

  private VipsImage operation(String name, VipsImage image, Number... numbers) {
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    List<@Nullable Object> arguments = new ArrayList<>(List.of(image.pointer(), out));
    arguments.addAll(List.of(numbers));
    arguments.add(null);
    Signature operation = new Signature(name, 2 + numbers.length);
    return result(vips.integer(arena, operation, arguments.toArray()), out);
  }

  private VipsImage decoded(VipsImage lazy) {
    VipsImage decoded = inMemory(eightBit(lazy));
    takeMetadataOff(decoded);
    return decoded;
  }

  private VipsImage inMemory(VipsImage lazy) {
    return image(own(vips.pointer(arena, plain("vips_image_copy_memory"), lazy.pointer())));
  }

  /// All saved pictures come from here. Savers cannot be trusted to leave metadata out: the WebP
  /// saver of libvips 8.14.1 keeps all of it, whatever its options are. The picture is already
  /// upright and sRGB, so it needs no metadata.
  private void takeMetadataOff(VipsImage image) {
    MemorySegment names = vips.pointer(arena, plain("vips_image_get_fields"), image.pointer());
    MemorySegment list = names.reinterpret(Long.MAX_VALUE);
    for (long i = 0; ; i++) {
      MemorySegment name = list.getAtIndex(ValueLayout.ADDRESS, i);
      if (name.equals(MemorySegment.NULL)) {
        break;
      }
      vips.integer(arena, plain("vips_image_remove"), image.pointer(), name);
    }
    vips.integer(arena, plain("g_strfreev"), names);
  }

  /// Keeps the result in memory, so that further sizes are made from it and not from `image`.
  VipsImage shrink(VipsImage image, int edge) {
    return inMemory(shrink(image, edge, false));
  }

  private VipsImage shrink(VipsImage image, int edge, boolean profiled) {
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(image.pointer(), out, edge, "height", edge, "size", NEVER_ENLARGE));
    if (profiled) {
      arguments.addAll(List.of("export_profile", "srgb"));
    }
    arguments.add(null);
    Signature thumbnail = new Signature("vips_thumbnail_image", 3);
    return result(vips.integer(arena, thumbnail, arguments.toArray()), out);
  }

  /// Scales a picture until it covers an area, and crops around the centre what is beyond it.
  VipsImage cover(VipsImage image, int width, int height) {
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    Signature thumbnail = new Signature("vips_thumbnail_image", 3);
    return result(
        vips.integer(
            arena, thumbnail, image.pointer(), out, width, "height", height, "crop", CENTRE, null),
        out);
  }

  private VipsImage eightBit(VipsImage image) {
    if (image.format() == UCHAR) {
      return image;
    }
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    VipsImage srgb =
        result(
            vips.integer(
                arena, new Signature("vips_colourspace", 3), image.pointer(), out, SRGB, null),
            out);
    MemorySegment cast = arena.allocate(ValueLayout.ADDRESS);
    return result(
        vips.integer(arena, new Signature("vips_cast", 3), srgb.pointer(), cast, UCHAR, null),
        cast);
  }

  /// @param saver a file name extension with options, as in `.jpg[Q=85]`
  byte[] encode(VipsImage image, String saver) {
    MemorySegment bytes = arena.allocate(ValueLayout.ADDRESS);
    MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
    Signature write = new Signature("vips_image_write_to_buffer", 4);
    vips.check(arena, vips.integer(arena, write, image.pointer(), saver, bytes, size, null));
    return taken(bytes.get(ValueLayout.ADDRESS, 0), size);
  }

  byte[] pixels(VipsImage image) {
    MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
    MemorySegment pixels =
        vips.pointer(arena, plain("vips_image_write_to_memory"), image.pointer(), size);
    return taken(pixels, size);
  }

  /// Copies bytes that libvips allocated, and frees them.
  private byte[] taken(MemorySegment bytes, MemorySegment size) {
    if (bytes.equals(MemorySegment.NULL)) {
      throw vips.failure(arena);
    }
    byte[] copy =
        bytes.reinterpret(size.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
    vips.pointer(arena, plain("g_free"), bytes);
    return copy;
  }

  /// Whether all samples are the same: a decoder fills in such a picture when there is nothing to
  /// decode.
  boolean isUniform(VipsImage image) {
    MemorySegment deviation = arena.allocate(ValueLayout.JAVA_DOUBLE);
    Signature deviate = new Signature("vips_deviate", 2);
    vips.check(arena, vips.integer(arena, deviate, image.pointer(), deviation, null));
    return deviation.get(ValueLayout.JAVA_DOUBLE, 0) < 1;
  }

  private MemorySegment source(Path file) {
    return own(vips.pointer(arena, plain("vips_source_new_from_file"), file.toString()));
  }

  private VipsImage result(int result, MemorySegment out) {
    vips.check(arena, result);
    return image(own(out.get(ValueLayout.ADDRESS, 0)));
  }

  private VipsImage image(MemorySegment pointer) {
    return new VipsImage(vips, arena, pointer);
  }

  private MemorySegment own(MemorySegment object) {
    if (object.equals(MemorySegment.NULL)) {
      throw vips.failure(arena);
    }
    owned.add(object);
    return object;
  }

  @Override
  public void close() {
    for (MemorySegment object : owned.reversed()) {
      vips.pointer(arena, plain("g_object_unref"), object);
    }
    arena.close();
  }
}
