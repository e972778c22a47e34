package lumina.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Copies the chunks of a WebP that make the picture: no XMP, Exif (but the orientation), nor
/// anything unknown.
final class WebpParts {
  private static final String EXIF = "EXIF";
  private static final String EXTENDED = "VP8X";
  private static final int LARGEST_EXIF = 1 << 16;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;
  private static final int FLAGS_AT = 20;
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", EXTENDED, "ALPH", "ANIM", "ANMF", "ICCP");

  private boolean turned;

  static byte[] bare(byte[] webp) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
    WebpParts parts = new WebpParts();
    try {
      parts.copy(new DataInputStream(new ByteArrayInputStream(webp)), new DataOutputStream(out));
    } catch (EOFException end) {
      // all of it was read
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    ByteBuffer copy = ByteBuffer.wrap(out.toByteArray());
    parts.settle(copy, copy.capacity());
    return copy.array();
  }

  /// Ends with an [EOFException]. The size and the flags at the start are wrong until [#settle].
  void copy(DataInputStream in, DataOutputStream out) throws IOException {
    CleanCopy.copy(in, out, 12);
    while (true) {
      byte[] type = new byte[4];
      in.readFully(type);
      String name = new String(type, StandardCharsets.ISO_8859_1);
      int size = in.readInt();
      long length = Integer.toUnsignedLong(Integer.reverseBytes(size));
      long padded = length + (length & 1);
      if (KEPT.contains(name)) {
        out.write(type);
        out.writeInt(size);
        CleanCopy.copy(in, out, padded);
      } else if (name.equals(EXIF) && length < LARGEST_EXIF) {
        exif(in, (int) length, out);
        in.skipNBytes(length & 1);
      } else {
        in.skipNBytes(padded);
      }
    }
  }

  private void exif(DataInputStream in, int length, DataOutputStream out) throws IOException {
    byte[] content = new byte[length];
    in.readFully(content);
    int orientation = Orientation.of(content);
    if (orientation != Orientation.UPRIGHT) {
      byte[] block = Orientation.exif(orientation);
      out.writeBytes(EXIF);
      out.writeInt(Integer.reverseBytes(block.length));
      out.write(block);
      turned = true;
    }
  }

  /// Makes the start of the file tell what is left in it.
  void settle(Path file) throws IOException {
    try (FileChannel webp =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer start = ByteBuffer.allocate(FLAGS_AT + 1);
      if (webp.read(start, 0) == start.capacity()) {
        settle(start, webp.size());
        webp.write(start.clear(), 0);
      }
    }
  }

  private void settle(ByteBuffer start, long length) {
    start.order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) (length - 8));
    byte[] first = new byte[4];
    start.get(12, first);
    if (new String(first, StandardCharsets.ISO_8859_1).equals(EXTENDED)) {
      int flags = start.get(FLAGS_AT) & ~XMP_FLAG & ~EXIF_FLAG;
      start.put(FLAGS_AT, (byte) (turned ? flags | EXIF_FLAG : flags));
    }
  }
}
