package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lumina.media.metadata.IsoBoxes.Box;

/// Blanks all private metadata in an AVIF or HEIC: the bytes of its Exif and XMP items, and every
/// box that the picture does not need. No byte moves, so all offsets in the file stay valid. The
/// items then hold an empty Exif and XMP, since strict readers refuse a file with zeros there.
final class IsoMediaStripper {
  private static final Set<String> KEPT = Set.of("ftyp", "meta", "mdat", "moov", "free", "skip");
  private static final Set<String> PRIVATE_IN_MOVIE = Set.of("udta", "meta", "uuid");

  /// An offset of four bytes, then a TIFF with an empty directory.
  private static final String NO_EXIF = "\0\0\0\0" + "II*\0" + "\10\0\0\0" + "\0\0" + "\0\0\0\0";

  private static final String NO_XMP = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";

  /// The text that replaces each kind of private item, cut to the item's length.
  private static final Map<String, String> PRIVATE_ITEMS =
      Map.of("Exif", NO_EXIF, "mime", NO_XMP, "uri ", "");

  private final FileBytes bytes;
  private final IsoBoxes boxes;
  private final Map<Long, String> privateItems = new HashMap<>();
  private long itemData = -1;

  private IsoMediaStripper(FileBytes bytes) {
    this.bytes = bytes;
    this.boxes = new IsoBoxes(bytes);
  }

  static void blank(FileBytes bytes) throws IOException {
    IsoMediaStripper parts = new IsoMediaStripper(bytes);
    parts.boxes.eachOfFile(parts::topLevel);
  }

  private void topLevel(Box box) throws IOException {
    switch (box.name()) {
      case "meta" -> items(box);
      case "moov" -> boxes.each(box.content(), box.end(), this::inMovie);
      case "free", "skip" -> bytes.blank(box.content(), box.length());
      default -> {
        if (!KEPT.contains(box.name())) {
          free(box);
        }
      }
    }
  }

  private void inMovie(Box box) throws IOException {
    if (box.name().equals("trak")) {
      boxes.each(box.content(), box.end(), this::inTrack);
    } else {
      inTrack(box);
    }
  }

  private void inTrack(Box box) throws IOException {
    if (PRIVATE_IN_MOVIE.contains(box.name())) {
      free(box);
    }
  }

  /// Turns a box into a `free` box full of zeros, which readers skip.
  private void free(Box box) throws IOException {
    bytes.write(box.at() + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.ISO_8859_1)));
    bytes.blank(box.content(), box.length());
  }

  /// Collects the private items from one box, then blanks them at the offsets that another box
  /// lists. The boxes may come in any order.
  private void items(Box meta) throws IOException {
    long first = meta.content() + 4; // after version and flags
    boxes.each(
        first,
        meta.end(),
        box -> {
          if (box.name().equals("iinf")) {
            kinds(box);
          } else if (box.name().equals("idat")) {
            itemData = box.content();
          }
        });
    boxes.each(
        first,
        meta.end(),
        box -> {
          if (box.name().equals("iloc")) {
            places(boxes.content(box));
          } else if (box.name().equals("uuid") || box.name().equals("udta")) {
            free(box);
          }
        });
  }

  private void kinds(Box info) throws IOException {
    int count = bytes.read(info.content(), 1).get() == 0 ? 2 : 4;
    boxes.each(
        info.content() + 4 + count,
        info.end(),
        entry -> {
          ByteBuffer content = bytes.read(entry.content(), Math.min(16, entry.length()));
          int version = content.getInt() >>> 24;
          if (version < 2) {
            throw new IOException("items without a type");
          }
          long id = number(content, version == 2 ? 2 : 4);
          content.getShort(); // protection
          byte[] kind = new byte[4];
          content.get(kind);
          String instead = PRIVATE_ITEMS.get(new String(kind, StandardCharsets.ISO_8859_1));
          if (instead != null) {
            privateItems.put(id, instead);
          }
        });
  }

  private void places(ByteBuffer content) throws IOException {
    int version = content.getInt() >>> 24;
    int sizes = Short.toUnsignedInt(content.getShort());
    int ofIndex = version == 0 ? 0 : sizes & 15;
    long items = number(content, version < 2 ? 2 : 4);
    for (long i = 0; i < items; i++) {
      long id = number(content, version < 2 ? 2 : 4);
      int method = version == 0 ? 0 : content.getShort() & 15;
      content.getShort(); // data reference: this file
      long base = number(content, sizes >> 4 & 15);
      String instead = privateItems.get(id);
      ByteBuffer left = instead == null ? null : StandardCharsets.ISO_8859_1.encode(instead);
      long extents = number(content, 2);
      for (long e = 0; e < extents; e++) {
        number(content, ofIndex);
        long at = base + number(content, sizes >> 12 & 15);
        long length = number(content, sizes >> 8 & 15);
        if (left != null) {
          overwrite(place(method, at), length, left);
        }
      }
    }
  }

  private long place(int method, long at) throws IOException {
    return switch (method) {
      case 0 -> at;
      case 1 -> itemData + at;
      default -> throw new IOException("an item that is constructed from other items");
    };
  }

  /// Writes the rest of the replacement, and zeros after it.
  private void overwrite(long at, long length, ByteBuffer left) throws IOException {
    if (length == 0) {
      throw new IOException("an item without a length");
    }
    bytes.blank(at, length);
    int now = (int) Math.min(length, left.remaining());
    bytes.write(at, left.slice(left.position(), now));
    left.position(left.position() + now);
  }

  private static long number(ByteBuffer from, int size) throws IOException {
    return switch (size) {
      case 0 -> 0;
      case 2 -> Short.toUnsignedLong(from.getShort());
      case 4 -> Integer.toUnsignedLong(from.getInt());
      case 8 -> from.getLong();
      default -> throw new IOException("a number of " + size + " bytes");
    };
  }
}
