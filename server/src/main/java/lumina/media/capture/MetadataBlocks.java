package lumina.media.capture;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import lumina.media.ImageFormat;
import lumina.media.metadata.Cr3Blocks;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.IsoBoxes.Box;
import lumina.media.metadata.IsoItems;
import org.jspecify.annotations.Nullable;

/// Finds the blocks of a file that say how its picture was taken. A damaged file has those that
/// come before the damage.
final class MetadataBlocks {
  private static final String EXIF_NAME = "Exif\0\0";
  private static final String JPEG_XMP_NAME = "http://ns.adobe.com/xap/1.0/\0";

  /// The keyword, and after it: not compressed, no language, no translation.
  private static final String PNG_XMP_NAME = "XML:com.adobe.xmp\0\0\0\0\0";

  /// Where a RAF says at which offset its preview is.
  private static final int RAF_JPEG_AT = 84;

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APP1 = 0xE1;

  /// Seconds from 1904, where the clocks of containers begin, to 1970.
  private static final long FROM_1904_TO_1970 = 2_082_844_800L;

  private final FileBytes bytes;
  private @Nullable FileSpan exif;
  private @Nullable FileSpan exposure;
  private @Nullable FileSpan xmp;
  private @Nullable Long createdAt;

  private MetadataBlocks(FileBytes bytes) {
    this.bytes = bytes;
  }

  static MetadataBlocks of(FileBytes bytes, ImageFormat format) {
    MetadataBlocks blocks = new MetadataBlocks(bytes);
    try {
      switch (format) {
        case JPEG -> blocks.inJpeg(0);
        case PNG -> blocks.inPng();
        case WEBP -> blocks.inWebp();
        case AVIF, HEIC -> blocks.inIsoMedia();
        case TIFF, DNG, CR2, NEF, ARW, ORF, RW2 -> blocks.exif = FileSpan.whole(bytes);
        case RAF -> blocks.inJpeg(Integer.toUnsignedLong(bytes.read(RAF_JPEG_AT, 4).getInt()));
        case CR3 -> blocks.inCr3();
        default -> {} // no Exif
      }
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException damaged) {
      // what was found so far counts
    }
    return blocks;
  }

  /// The Exif block, from the header of its TIFF on.
  @Nullable FileSpan exif() {
    return exif;
  }

  /// A second block, in files that keep time and exposure apart.
  @Nullable FileSpan exposure() {
    return exposure;
  }

  @Nullable FileSpan xmp() {
    return xmp;
  }

  /// Milliseconds since 1970 (UTC), as the container says.
  @Nullable Long createdAt() {
    return createdAt;
  }

  private void inCr3() throws IOException {
    Cr3Blocks blocks = Cr3Blocks.of(bytes);
    exif = span(blocks.camera());
    exposure = span(blocks.exposure());
  }

  private @Nullable FileSpan span(@Nullable Box box) {
    return box == null ? null : new FileSpan(bytes, box.content(), box.length());
  }

  private void inJpeg(long start) throws IOException {
    for (long at = start + 2; ; ) {
      ByteBuffer head = bytes.read(at, 4);
      int marker = Short.toUnsignedInt(head.getShort());
      if (marker == 0xFFFF) { // a fill byte
        at++;
        continue;
      }
      int kind = marker & 0xFF;
      if (marker < 0xFF00 || kind == START_OF_SCAN || kind == END_OF_IMAGE) {
        return;
      }
      int length = Short.toUnsignedInt(head.getShort());
      if (kind == APP1) {
        exif(at + 4, length - 2, true);
        named(JPEG_XMP_NAME, at + 4, length - 2);
      }
      at += 2 + Math.max(2, length);
    }
  }

  private void inPng() throws IOException {
    for (long at = 8; ; ) {
      ByteBuffer head = bytes.read(at, 8);
      long length = Integer.toUnsignedLong(head.getInt());
      switch (name(head)) {
        case "eXIf" -> exif(at + 8, length, false);
        case "iTXt" -> named(PNG_XMP_NAME, at + 8, length);
        default -> {}
      }
      at += 8 + length + 4;
    }
  }

  private void inWebp() throws IOException {
    for (long at = 12; ; ) {
      ByteBuffer head = bytes.read(at, 8).order(ByteOrder.LITTLE_ENDIAN);
      String name = name(head);
      long length = Integer.toUnsignedLong(head.getInt());
      switch (name) {
        case "EXIF" -> exif(at + 8, length, false);
        case "XMP " -> xmp(at + 8, length);
        default -> {}
      }
      at += 8 + length + (length & 1);
    }
  }

  private static String name(ByteBuffer head) {
    byte[] name = new byte[4];
    head.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private void inIsoMedia() throws IOException {
    IsoBoxes boxes = new IsoBoxes(bytes);
    boxes.eachOfFile(
        box -> {
          if (box.name().equals("meta")) {
            new IsoItems(boxes, IsoItems.METADATA).each(box, this::item);
          } else if (box.name().equals("moov")) {
            boxes.each(box.content(), box.end(), this::inMovie);
          }
        });
  }

  private void item(IsoItems.Extent extent) throws IOException {
    if (extent.kind().equals("Exif") && exif == null) {
      long header = Integer.toUnsignedLong(bytes.read(extent.at(), 4).getInt());
      exif(extent.at() + 4 + header, extent.length() - 4 - header, false);
    } else if (extent.kind().equals("mime")) {
      xmp(extent.at(), extent.length());
    }
  }

  private void inMovie(Box box) throws IOException {
    if (box.name().equals("mvhd")) {
      ByteBuffer content = bytes.read(box.content(), 12);
      boolean large = content.getInt() >>> 24 == 1;
      long seconds = large ? content.getLong() : Integer.toUnsignedLong(content.getInt());
      if (seconds > 0 && seconds <= Integer.toUnsignedLong(-1)) {
        createdAt = (seconds - FROM_1904_TO_1970) * 1_000;
      }
    }
  }

  /// @param named whether only a block with the name is an Exif block: JPEG requires it, and some
  ///   programs write it into other formats
  private void exif(long at, long length, boolean named) throws IOException {
    boolean hasName = begins(EXIF_NAME, at, length);
    if (exif == null && length > 0 && (hasName || !named)) {
      FileSpan block = new FileSpan(bytes, at, Math.min(length, bytes.size() - at));
      exif = hasName ? block.from(EXIF_NAME.length()) : block;
    }
  }

  private void named(String name, long at, long length) throws IOException {
    if (begins(name, at, length)) {
      xmp(at + name.length(), length - name.length());
    }
  }

  private void xmp(long at, long length) {
    if (xmp == null) {
      xmp = new FileSpan(bytes, at, Math.min(length, bytes.size() - at));
    }
  }

  private boolean begins(String name, long at, long length) throws IOException {
    int size = name.length();
    return length >= size
        && StandardCharsets.ISO_8859_1.decode(bytes.read(at, size)).toString().equals(name);
  }
}
