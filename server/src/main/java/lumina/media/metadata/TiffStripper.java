package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Removes all entries of a TIFF's directories that the picture does not need, and blanks the data
/// that they refer to.
final class TiffStripper {
  private static final int SUB_PICTURES = 330;
  private static final int MAX_DIRECTORIES = 1_000;

  /// Directories that hold only metadata: Exif, GPS, interoperability.
  private static final Set<Integer> PRIVATE_DIRECTORIES = Set.of(34665, 34853, 40965);

  /// Dimensions, coding, samples, strips and tiles, colours and the profile, orientation.
  private static final Set<Integer> KEPT =
      Set.of(
          254,
          255,
          256,
          257,
          258,
          259,
          262,
          263,
          264,
          265,
          266,
          273,
          274,
          277,
          278,
          279,
          280,
          281,
          282,
          283,
          284,
          290,
          291,
          292,
          293,
          296,
          301,
          317,
          318,
          319,
          320,
          321,
          322,
          323,
          324,
          325,
          SUB_PICTURES,
          332,
          334,
          336,
          338,
          339,
          340,
          341,
          342,
          347,
          512,
          513,
          514,
          515,
          517,
          518,
          519,
          520,
          529,
          530,
          531,
          532,
          34675);

  private static final int[] BYTES_OF_TYPE = {
    0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
  };

  private record Directory(long at, boolean ofPicture) {}

  private final FileBytes bytes;
  private final ByteOrder order;
  private final boolean big;
  private final Deque<Directory> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();

  private TiffStripper(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    ByteBuffer start = bytes.read(0, 8);
    order = start.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    big = start.order(order).getShort(2) == 43;
  }

  static void blank(FileBytes bytes) throws IOException {
    if (new TiffPages(bytes).isRaw()) {
      throw new IOException("a raw photo, whose previews contain metadata");
    }
    new TiffStripper(bytes).blankAll();
  }

  private void blankAll() throws IOException {
    later(big ? read(8, 8).getLong() : pointer(read(4, 4)), true);
    while (!waiting.isEmpty()) {
      directory(waiting.remove());
    }
  }

  private ByteBuffer read(long at, long length) throws IOException {
    return bytes.read(at, length).order(order);
  }

  private static long pointer(ByteBuffer four) {
    return Integer.toUnsignedLong(four.getInt());
  }

  private void later(long at, boolean ofPicture) throws IOException {
    if (at != 0 && seen.add(at)) {
      waiting.add(new Directory(at, ofPicture));
    }
    if (seen.size() > MAX_DIRECTORIES) {
      throw new IOException("too many directories");
    }
  }

  /// Rewrites the directory with the kept entries only.
  private void directory(Directory directory) throws IOException {
    int head = big ? 8 : 2;
    int entry = big ? 20 : 12;
    int tail = big ? 8 : 4;
    ByteBuffer counted = read(directory.at(), head);
    long count = big ? counted.getLong() : Short.toUnsignedInt(counted.getShort());
    if (count > 0xFFFF) {
      throw new IOException("too many entries");
    }
    ByteBuffer old = read(directory.at(), head + count * entry + tail);
    ByteBuffer kept = ByteBuffer.allocate(old.capacity()).order(order).position(head);
    for (int i = 0; i < count; i++) {
      ByteBuffer one = old.slice(head + i * entry, entry).order(order);
      if (keep(one, directory.ofPicture())) {
        kept.put(one.rewind());
      }
    }
    int left = (kept.position() - head) / entry;
    ByteBuffer next = old.slice(head + (int) count * entry, tail).order(order);
    if (directory.ofPicture()) {
      later(big ? next.getLong(0) : pointer(next.slice().order(order)), true);
      kept.put(next);
    }
    if (big) {
      kept.putLong(0, left);
    } else {
      kept.putShort(0, (short) left);
    }
    bytes.write(directory.at(), kept.clear());
  }

  private boolean keep(ByteBuffer entry, boolean ofPicture) throws IOException {
    int tag = Short.toUnsignedInt(entry.getShort(0));
    int type = Short.toUnsignedInt(entry.getShort(2));
    long count = big ? entry.getLong(4) : Integer.toUnsignedLong(entry.getInt(4));
    int width = type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] : 0;
    long length = Math.multiplyHigh(count, width) == 0 ? count * width : Long.MAX_VALUE;
    int valueAt = big ? 12 : 8;
    boolean inside = length <= (big ? 8 : 4);
    long at = big ? entry.getLong(valueAt) : Integer.toUnsignedLong(entry.getInt(valueAt));
    if (PRIVATE_DIRECTORIES.contains(tag)) {
      later(at, false);
    } else if (tag == SUB_PICTURES && ofPicture) {
      subPictures(entry.slice(valueAt, big ? 8 : 4).order(order), inside, at, length, width);
      return true;
    } else if (!ofPicture || !KEPT.contains(tag)) {
      if (!inside) {
        bytes.blank(at, length);
      }
    } else {
      return true;
    }
    return false;
  }

  private void subPictures(ByteBuffer value, boolean inside, long at, long length, int width)
      throws IOException {
    ByteBuffer pointers = inside ? value : read(at, length);
    for (long left = length; left >= width && width >= 4; left -= width) {
      later(width == 8 ? pointers.getLong() : pointer(pointers), true);
    }
  }
}
