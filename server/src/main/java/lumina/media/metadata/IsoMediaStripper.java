package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lumina.media.metadata.IsoBoxes.Box;

/// Blanks all private metadata in an AVIF or HEIC: the bytes of its Exif and XMP items, and every
/// box that the picture does not need. What follows the last box goes. No byte moves, so all
/// offsets in the file stay valid. The items then hold an empty Exif and XMP, since strict readers
/// refuse a file with zeros there.
final class IsoMediaStripper {
  private static final Set<String> KEPT = Set.of("ftyp", "meta", "mdat", "moov", "free", "skip");
  private static final Set<String> DESCRIBING = Set.of("meta", "moov");
  private static final Set<String> PRIVATE_IN_MOVIE = Set.of("udta", "meta", "uuid");

  /// An offset of four bytes, then a TIFF with an empty directory.
  private static final String NO_EXIF = "\0\0\0\0" + "II*\0" + "\10\0\0\0" + "\0\0" + "\0\0\0\0";

  private static final String NO_XMP = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";

  /// The text that replaces each kind of private item, cut to the item's length.
  private static final Map<String, String> PRIVATE_ITEMS =
      Map.of("Exif", NO_EXIF, "mime", NO_XMP, "uri ", "");

  private final FileBytes bytes;
  private final IsoBoxes boxes;
  private boolean described;

  private IsoMediaStripper(FileBytes bytes) {
    this.bytes = bytes;
    this.boxes = new IsoBoxes(bytes);
  }

  static void blank(FileBytes bytes) throws IOException {
    IsoMediaStripper parts = new IsoMediaStripper(bytes);
    parts.boxes.eachOfFile(parts::topLevel);
    if (!parts.described) {
      throw new IOException("no box describes a picture");
    }
    bytes.truncate(parts.boxes.end());
  }

  private void topLevel(Box box) throws IOException {
    described |= DESCRIBING.contains(box.name());
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

  /// Blanks the private items, which may consist of several parts, and the boxes beside them.
  private void items(Box meta) throws IOException {
    Map<Long, ByteBuffer> replacements = new HashMap<>();
    new IsoItems(boxes, IsoItems.METADATA)
        .each(
            meta,
            extent -> {
              String instead = PRIVATE_ITEMS.get(extent.kind());
              if (instead != null) {
                ByteBuffer left =
                    replacements.computeIfAbsent(
                        extent.item(), item -> StandardCharsets.ISO_8859_1.encode(instead));
                overwrite(extent.at(), extent.length(), left);
              }
            });
    boxes.each(
        meta.content() + 4, // after version and flags
        meta.end(),
        box -> {
          if (box.name().equals("uuid") || box.name().equals("udta")) {
            free(box);
          }
        });
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
}
