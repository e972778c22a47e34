package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lumina.media.metadata.IsoBoxes.Box;

/// Finds the items of an AVIF or HEIC and their bytes.
public final class IsoItems {
  /// Items that are not pictures.
  public static final Set<String> METADATA = Set.of("Exif", "mime", "uri ");

  /// Pictures in HEVC, and pictures made of several others.
  public static final Set<String> HEVC = Set.of("hvc1", "hev1", "grid");

  private final IsoBoxes boxes;
  private final Set<String> ofInterest;
  private final Map<Long, String> kinds = new HashMap<>();
  private long itemData = -1;

  /// @param ofInterest the kinds of items to find
  public IsoItems(IsoBoxes boxes, Set<String> ofInterest) {
    this.boxes = boxes;
    this.ofInterest = ofInterest;
  }

  /// A part of an item; most items have one.
  ///
  /// @param kind for example `Exif`, or `mime` for XMP
  /// @param at offset in the file
  public record Extent(long item, String kind, long at, long length) {}

  public interface Reader {
    void read(Extent extent) throws IOException;
  }

  /// Reads the kinds from one box, then passes on the places that another box lists. The boxes may
  /// come in any order.
  public void each(Box meta, Reader reader) throws IOException {
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
            places(boxes.content(box), reader);
          }
        });
  }

  private void kinds(Box info) throws IOException {
    int count = boxes.bytes().read(info.content(), 1).get() == 0 ? 2 : 4;
    boxes.each(
        info.content() + 4 + count,
        info.end(),
        entry -> {
          ByteBuffer content = boxes.bytes().read(entry.content(), Math.min(16, entry.length()));
          int version = content.getInt() >>> 24;
          if (version < 2) {
            throw new IOException("items without a type");
          }
          long id = number(content, version == 2 ? 2 : 4);
          content.getShort(); // protection
          byte[] kind = new byte[4];
          content.get(kind);
          kinds.put(id, new String(kind, StandardCharsets.ISO_8859_1));
        });
  }

  private void places(ByteBuffer content, Reader reader) throws IOException {
    int version = content.getInt() >>> 24;
    int sizes = Short.toUnsignedInt(content.getShort());
    int ofIndex = version == 0 ? 0 : sizes & 15;
    long items = number(content, version < 2 ? 2 : 4);
    for (long i = 0; i < items; i++) {
      long id = number(content, version < 2 ? 2 : 4);
      int method = version == 0 ? 0 : content.getShort() & 15;
      content.getShort(); // data reference: this file
      long base = number(content, sizes >> 4 & 15);
      String kind = kinds.getOrDefault(id, "");
      long extents = number(content, 2);
      if (extents > 1 && sizes >> 8 == 0) {
        throw new IOException("many parts without an offset and a length");
      }
      for (long e = 0; e < extents; e++) {
        number(content, ofIndex);
        long at = base + number(content, sizes >> 12 & 15);
        long length = number(content, sizes >> 8 & 15);
        if (ofInterest.contains(kind)) {
          reader.read(new Extent(id, kind, place(method, at), length));
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
