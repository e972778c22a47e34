package lumina.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TIFF structures, little-endian: whole pictures, and the Exif block of a camera.
@SuppressWarnings({"ArrayRecordComponent", "ByteBufferBackingArray"}) // all are made here
public final class TiffBlock {
  public static final String SERIAL = "SN-0042-PRIVATE";
  public static final String CAMERA = "CamMaker";

  /// Degrees, minutes and seconds as a camera writes them; tests search for these bytes.
  static final byte[] LATITUDE = rationals(52, 1, 31, 1, 123456, 10000);

  private static final int SHORT = 3;
  private static final int LONG = 4;

  private record Entry(int tag, int type, int count, byte[] value) {}

  private TiffBlock() {}

  /// The Exif of a phone: camera, serial number, location.
  public static byte[] exif(int orientation) {
    return exif(orientation, SHORT);
  }

  /// @param type the type of the orientation: 1 byte, 3 short, 4 long
  public static byte[] exif(int orientation, int type) {
    List<Entry> camera = List.of(text(0xA431, SERIAL));
    List<Entry> gps = List.of(text(1, "N"), new Entry(2, 5, 3, LATITUDE));
    return block(
        new ArrayList<>(List.of(text(0x10F, CAMERA), number(0x112, type, orientation))),
        camera,
        gps,
        new byte[0]);
  }

  /// An Exif block with these tags of the picture, the camera and the place. A text, a number, or
  /// the numerators and denominators of fractions.
  public static byte[] exif(
      Map<Integer, Object> main, Map<Integer, Object> camera, Map<Integer, Object> gps) {
    return block(entries(main), entries(camera), entries(gps), new byte[0]);
  }

  private static List<Entry> entries(Map<Integer, Object> tags) {
    List<Entry> entries = new ArrayList<>();
    new TreeMap<>(tags)
        .forEach(
            (tag, value) ->
                entries.add(
                    switch (value) {
                      case String text -> text(tag, text);
                      case Integer number -> number(tag, SHORT, number);
                      case int[] parts -> new Entry(tag, 5, parts.length / 2, rationals(parts));
                      default -> throw new IllegalArgumentException(String.valueOf(value));
                    }));
    return entries;
  }

  /// A picture of one strip.
  ///
  /// @param photometric 1 black is zero, 2 RGB, 5 CMYK
  public static byte[] picture(int width, int height, int bits, int photometric, byte[] pixels) {
    return block(
        picture(width, height, bits, photometric, pixels.length), List.of(), List.of(), pixels);
  }

  public static byte[] pictureWithPlace(int width, int height, byte[] pixels, int orientation) {
    List<Entry> main = picture(width, height, 8, 2, pixels.length);
    main.add(number(0x112, SHORT, orientation));
    main.add(text(0x10F, CAMERA));
    List<Entry> gps = List.of(text(1, "N"), new Entry(2, 5, 3, LATITUDE));
    return block(main, List.of(text(0xA431, SERIAL)), gps, pixels);
  }

  private static List<Entry> picture(int width, int height, int bits, int photometric, int length) {
    int samples = length / (bits / 8) / width / height;
    ByteBuffer depth = little(samples * 2);
    for (int i = 0; i < samples; i++) {
      depth.putShort((short) bits);
    }
    List<Entry> main = new ArrayList<>();
    main.add(number(0x100, LONG, width));
    main.add(number(0x101, LONG, height));
    main.add(new Entry(0x102, SHORT, samples, depth.array()));
    main.add(number(0x103, SHORT, 1));
    main.add(number(0x106, SHORT, photometric));
    main.add(number(0x111, LONG, 0));
    main.add(number(0x115, SHORT, samples));
    main.add(number(0x116, LONG, height));
    main.add(number(0x117, LONG, length));
    return main;
  }

  /// The pixels follow the eight bytes of the header; the directories follow the pixels.
  private static byte[] block(List<Entry> main, List<Entry> exif, List<Entry> gps, byte[] pixels) {
    int at = 8 + pixels.length;
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    main.replaceAll(entry -> entry.tag() == 0x111 ? number(0x111, LONG, 8) : entry);
    if (!exif.isEmpty()) {
      main.add(number(0x8769, LONG, at));
      rest.writeBytes(directory(exif, at));
      main.add(number(0x8825, LONG, at + rest.size()));
      rest.writeBytes(directory(gps, at + rest.size()));
    }
    main.sort((a, b) -> a.tag() - b.tag());
    int first = at + rest.size();
    rest.writeBytes(directory(main, first));
    ByteBuffer file = little(8 + pixels.length + rest.size());
    return file.put(new byte[] {'I', 'I', 42, 0})
        .putInt(first)
        .put(pixels)
        .put(rest.toByteArray())
        .array();
  }

  private static byte[] directory(List<Entry> entries, int at) {
    int behind = at + 2 + entries.size() * 12 + 4;
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    ByteBuffer directory = little(2 + entries.size() * 12 + 4);
    directory.putShort((short) entries.size());
    for (Entry entry : entries) {
      directory.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (entry.value().length <= 4) {
        directory.put(entry.value()).put(new byte[4 - entry.value().length]);
      } else {
        directory.putInt(behind + values.size());
        values.writeBytes(entry.value());
      }
    }
    return Pictures.insert(directory.array(), directory.capacity(), values.toByteArray());
  }

  private static Entry number(int tag, int type, int value) {
    byte[] bytes =
        type == SHORT ? little(2).putShort((short) value).array() : little(4).putInt(value).array();
    return new Entry(tag, type, 1, bytes);
  }

  private static Entry text(int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return new Entry(tag, 2, value.length, value);
  }

  private static byte[] rationals(int... numbers) {
    ByteBuffer bytes = little(numbers.length * 4);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
