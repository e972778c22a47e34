package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the directories of a TIFF, to tell the picture from its thumbnail and from raw sensor
/// data.
public final class TiffPages {
  private static final int KIND = 254;
  private static final int OLD_KIND = 255;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP = 273;
  private static final int ORIENTATION = 274;
  private static final int STRIP_LENGTH = 279;
  private static final int TILE = 324;
  private static final int SUB_PICTURES = 330;
  private static final int JPEG = 513;
  private static final int JPEG_LENGTH = 514;
  private static final int DNG_VERSION = 50706;

  /// One colour per pixel as the sensor has it, or linear light that needs developing.
  private static final Set<Long> SENSOR = Set.of(32803L, 34892L);

  /// The only bit of the kind that a full page may have. Reduced pages and masks have other bits.
  private static final long ONE_OF_MANY = 2;

  private static final long OLD_REDUCED = 2;

  private static final int CANON = 'C' | 'R' << 8;
  private static final int MAX_DIRECTORIES = 100;
  private static final int MAX_VALUES = 64;
  private static final int MAX_ENTRIES = 0xFFFF;
  private static final int LONG8 = 16;
  private static final int[] BYTES_OF_TYPE = {
    0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
  };

  /// A part of the file.
  public record Span(long at, long length) {}

  /// A directory: its offset, and its numbers by tag.
  private record Page(long at, Map<Integer, long[]> tags) {
    long first(int tag) {
      long[] values = all(tag);
      return values.length == 0 ? 0 : values[0];
    }

    long[] all(int tag) {
      return tags.getOrDefault(tag, new long[0]);
    }

    boolean isWhole() {
      boolean there = pixels() > 0 && (tags.containsKey(STRIP) || tags.containsKey(TILE));
      return there && (first(KIND) & ~ONE_OF_MANY) == 0 && first(OLD_KIND) != OLD_REDUCED;
    }

    long pixels() {
      return first(WIDTH) * first(HEIGHT);
    }
  }

  private final FileBytes bytes;
  private final ByteOrder order;
  private final boolean big;
  private final List<Page> pages = new ArrayList<>();

  public TiffPages(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    order = bytes.read(0, 1).get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    big = read(2, 2).getShort() == 43;
    Set<Long> seen = new HashSet<>(Set.of(0L));
    Deque<Long> waiting = new ArrayDeque<>(List.of(pointer(firstPage(), 0)));
    while (!waiting.isEmpty() && pages.size() < MAX_DIRECTORIES) {
      long at = waiting.remove();
      if (seen.add(at)) {
        directory(at, waiting);
      }
    }
  }

  private ByteBuffer firstPage() throws IOException {
    return big ? read(8, 8) : read(4, 4);
  }

  private void directory(long at, Deque<Long> waiting) throws IOException {
    int head = big ? 8 : 2;
    int width = big ? 20 : 12;
    ByteBuffer counted = read(at, head);
    long count = big ? counted.getLong() : Short.toUnsignedLong(counted.getShort());
    if (count < 0 || count > MAX_ENTRIES) {
      throw new IOException("too many entries");
    }
    int next = (int) count * width;
    ByteBuffer entries = read(at + head, next + (big ? 8 : 4));
    Page page = new Page(at, new HashMap<>());
    for (int i = 0; i < count; i++) {
      ByteBuffer entry = entries.slice(i * width, width).order(order);
      page.tags().put(Short.toUnsignedInt(entry.getShort(0)), values(entry));
    }
    pages.add(page);
    for (long sub : page.all(SUB_PICTURES)) {
      waiting.add(sub);
    }
    waiting.add(pointer(entries, next));
  }

  private long[] values(ByteBuffer entry) throws IOException {
    int type = Short.toUnsignedInt(entry.getShort(2));
    int width = type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] : 0;
    int count = Math.clamp(pointer(entry, 4), 0, MAX_VALUES);
    int room = big ? 8 : 4;
    ByteBuffer at =
        count * width <= room
            ? entry.slice(4 + room, room).order(order)
            : read(pointer(entry, 4 + room), (long) count * width);
    boolean whole = width == 1 || width == 2 || width == 4 || type >= LONG8;
    long[] values = new long[whole ? count : 0];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (width) {
            case 1 -> Byte.toUnsignedLong(at.get());
            case 2 -> Short.toUnsignedLong(at.getShort());
            case 4 -> Integer.toUnsignedLong(at.getInt());
            case 8 -> at.getLong();
            default -> 0;
          };
    }
    return values;
  }

  /// Reads an offset or a count, which take twice as many bytes in a BigTIFF.
  private long pointer(ByteBuffer from, int index) {
    return big ? from.getLong(index) : Integer.toUnsignedLong(from.getInt(index));
  }

  private ByteBuffer read(long at, long length) throws IOException {
    return bytes.read(at, length).order(order);
  }

  public boolean isRaw() throws IOException {
    return pages.stream()
            .anyMatch(
                page ->
                    page.tags().containsKey(DNG_VERSION)
                        || SENSOR.contains(page.first(PHOTOMETRIC)))
        || (!big
            && bytes.size() > 10
            && Short.toUnsignedInt(read(8, 2).order(ByteOrder.LITTLE_ENDIAN).getShort()) == CANON);
  }

  public int orientation() {
    long value = pages.isEmpty() ? 1 : pages.getFirst().first(ORIENTATION);
    return value >= 1 && value <= 8 ? (int) value : Orientation.UPRIGHT;
  }

  /// Returns the offset of the picture if the first page, with which readers begin, is only a
  /// thumbnail or a mask.
  public Optional<Long> laterPicture() {
    return pages.isEmpty() || pages.getFirst().isWhole()
        ? Optional.empty()
        : pages.stream()
            .filter(Page::isWhole)
            .max(Comparator.comparingLong(Page::pixels))
            .map(Page::at);
  }

  /// Makes readers of a copy of this file begin with that page.
  public void beginWith(long page, FileBytes copy) throws IOException {
    ByteBuffer first = firstPage();
    copy.write(big ? 8 : 4, big ? first.putLong(0, page) : first.putInt(0, (int) page));
  }

  /// Returns the parts that may be complete JPEG files beside the raw sensor data.
  public List<Span> jpegs() {
    List<Span> spans = new ArrayList<>();
    for (Page page : pages) {
      spans.add(new Span(page.first(JPEG), page.first(JPEG_LENGTH)));
      if (page.all(STRIP).length == 1) {
        spans.add(new Span(page.first(STRIP), page.first(STRIP_LENGTH)));
      }
    }
    return spans.stream()
        .filter(
            span -> span.at() > 0 && span.length() > 4 && span.length() <= bytes.size() - span.at())
        .toList();
  }
}
