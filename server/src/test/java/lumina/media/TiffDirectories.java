package lumina.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes TIFF files of several directories, big-endian: pyramids, and raw files of cameras.
public final class TiffDirectories {
  private static final int LONG = 4;
  private static final int LONG8 = 16;
  private static final int ENTRY = 12;
  private static final int STRIP = 273;

  private final List<Map<Integer, Integer>> directories = new ArrayList<>();
  private final List<byte[]> pieces = new ArrayList<>();
  private int end = 8;

  /// A greyscale picture from 0 to 255, in one strip, with these additional tags.
  public TiffDirectories picture(int width, int height, byte[] pixels, Map<Integer, Integer> more) {
    Map<Integer, Integer> tags = new TreeMap<>();
    tags.putAll(Map.of(256, width, 257, height, 258, 8, 259, 1, 262, 1, 277, 1, 278, height));
    tags.putAll(Map.of(273, end, 279, pixels.length));
    tags.putAll(more);
    directories.add(tags);
    pieces.add(pixels);
    end += pixels.length;
    return this;
  }

  /// The same, as a sub-picture of the one before.
  TiffDirectories below(int width, int height, byte[] pixels) {
    picture(width, height, pixels, Map.of());
    Map<Integer, Integer> sub = directories.removeLast();
    ByteBuffer directory = ByteBuffer.allocate(6 + sub.size() * ENTRY).putShort((short) sub.size());
    sub.forEach((tag, value) -> entry(directory, tag, value));
    directories.getLast().put(330, end);
    pieces.add(directory.array());
    end += directory.capacity();
    return this;
  }

  public byte[] bytes() {
    int size = end + directories.stream().mapToInt(tags -> 6 + tags.size() * ENTRY).sum();
    ByteBuffer file = ByteBuffer.allocate(size).put(new byte[] {'M', 'M', 0, 42}).putInt(end);
    pieces.forEach(file::put);
    for (int i = 0; i < directories.size(); i++) {
      Map<Integer, Integer> tags = directories.get(i);
      file.putShort((short) tags.size());
      tags.forEach((tag, value) -> entry(file, tag, value));
      file.putInt(i + 1 < directories.size() ? file.position() + 4 : 0);
    }
    return file.array();
  }

  private static void entry(ByteBuffer file, int tag, int value) {
    file.putShort((short) tag).putShort((short) LONG).putInt(1).putInt(value);
  }

  /// The file as BigTIFF, whose header is 8 bytes longer.
  byte[] bigBytes() {
    int size = end + 8 + directories.stream().mapToInt(tags -> 16 + tags.size() * 20).sum();
    ByteBuffer file = ByteBuffer.allocate(size).put(new byte[] {'M', 'M', 0, 43, 0, 8, 0, 0});
    file.putLong(end + 8);
    pieces.forEach(file::put);
    for (int i = 0; i < directories.size(); i++) {
      Map<Integer, Integer> tags = directories.get(i);
      file.putLong(tags.size());
      tags.forEach((tag, value) -> bigEntry(file, tag, tag == STRIP ? value + 8 : value));
      file.putLong(i + 1 < directories.size() ? file.position() + 8 : 0);
    }
    return file.array();
  }

  private static void bigEntry(ByteBuffer file, int tag, int value) {
    file.putShort((short) tag).putShort((short) LONG8).putLong(1).putLong(value);
  }

  /// A raw file: a small picture, the sensor data, and a JPEG preview.
  public static byte[] raw(byte[] preview, int orientation) {
    return new TiffDirectories()
        .picture(16, 12, new byte[16 * 12], Map.of(254, 1, 274, orientation))
        .picture(64, 48, new byte[64 * 48], Map.of(262, 32803))
        .picture(800, 600, preview, Map.of(254, 1, 259, 7, 262, 6))
        .bytes();
  }
}
