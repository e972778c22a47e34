package lumina.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the directories of a TIFF, to tell a picture from what a camera saw raw.
final class TiffPages {
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP = 273;
  private static final int ORIENTATION = 274;
  private static final int STRIP_LENGTH = 279;
  private static final int SUB_PICTURES = 330;
  private static final int JPEG = 513;
  private static final int JPEG_LENGTH = 514;
  private static final int DNG_VERSION = 50706;

  /// One colour a pixel, as the sensor has it, or linear light that needs developing.
  private static final Set<Long> SENSOR = Set.of(32803L, 34892L);

  private static final int CANON = 'C' | 'R' << 8;
  private static final int MOST_DIRECTORIES = 100;
  private static final int MOST_VALUES = 64;
  private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  /// A part of the file.
  record Span(long at, long length) {}

  private final Bytes bytes;
  private final ByteOrder order;
  private final List<Map<Integer, long[]>> pages = new ArrayList<>();

  /// Takes what the first 8 bytes of a BigTIFF say for a picture; cameras do not write those.
  TiffPages(Bytes bytes) throws IOException {
    this.bytes = bytes;
    order = bytes.read(0, 1).get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    if (read(2, 2).getShort() == 42) {
      Set<Long> seen = new HashSet<>(Set.of(0L));
      Deque<Long> waiting = new ArrayDeque<>(List.of(unsigned(read(4, 4).getInt())));
      while (!waiting.isEmpty() && pages.size() < MOST_DIRECTORIES) {
        long at = waiting.remove();
        if (seen.add(at)) {
          directory(at, waiting);
        }
      }
    }
  }

  private void directory(long at, Deque<Long> waiting) throws IOException {
    int count = Short.toUnsignedInt(read(at, 2).getShort());
    ByteBuffer entries = read(at + 2, 12L * count + 4);
    Map<Integer, long[]> page = new HashMap<>();
    for (int i = 0; i < count; i++) {
      ByteBuffer entry = entries.slice(12 * i, 12).order(order);
      page.put(Short.toUnsignedInt(entry.getShort(0)), values(entry));
    }
    pages.add(page);
    for (long sub : page.getOrDefault(SUB_PICTURES, new long[0])) {
      waiting.add(sub);
    }
    waiting.add(unsigned(entries.getInt(12 * count)));
  }

  private long[] values(ByteBuffer entry) throws IOException {
    int type = Short.toUnsignedInt(entry.getShort(2));
    int width = type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] : 0;
    int count = (int) Math.min(MOST_VALUES, unsigned(entry.getInt(4)));
    boolean inside = (long) count * width <= 4;
    ByteBuffer at =
        inside ? entry.slice(8, 4) : read(unsigned(entry.getInt(8)), (long) count * width);
    at.order(order);
    long[] values = new long[width == 1 || width == 2 || width == 4 ? count : 0];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (width) {
            case 1 -> Byte.toUnsignedLong(at.get());
            case 2 -> Short.toUnsignedLong(at.getShort());
            default -> unsigned(at.getInt());
          };
    }
    return values;
  }

  private ByteBuffer read(long at, long length) throws IOException {
    return bytes.read(at, length).order(order);
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }

  boolean isRaw() throws IOException {
    return pages.stream()
            .anyMatch(
                page -> page.containsKey(DNG_VERSION) || SENSOR.contains(first(page, PHOTOMETRIC)))
        || (bytes.size() > 10
            && Short.toUnsignedInt(read(8, 2).order(ByteOrder.LITTLE_ENDIAN).getShort()) == CANON);
  }

  int orientation() {
    long value = pages.isEmpty() ? 1 : first(pages.getFirst(), ORIENTATION);
    return value >= 1 && value <= 8 ? (int) value : Orientation.UPRIGHT;
  }

  /// Where whole JPEG files may lie that were put beside what the sensor saw.
  List<Span> jpegs() {
    List<Span> spans = new ArrayList<>();
    for (Map<Integer, long[]> page : pages) {
      spans.add(new Span(first(page, JPEG), first(page, JPEG_LENGTH)));
      if (page.getOrDefault(STRIP, new long[0]).length == 1) {
        spans.add(new Span(first(page, STRIP), first(page, STRIP_LENGTH)));
      }
    }
    return spans.stream()
        .filter(
            span -> span.at() > 0 && span.length() > 4 && span.length() <= bytes.size() - span.at())
        .toList();
  }

  private static long first(Map<Integer, long[]> page, int tag) {
    long[] values = page.getOrDefault(tag, new long[0]);
    return values.length == 0 ? 0 : values[0];
  }
}
