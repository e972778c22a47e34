package lumina.media.metadata;

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

/// Copies the chunks of a WebP that make the picture: no XMP, no Exif, and no unknown chunk.
public final class WebpStripper {
  private static final String EXIF = "EXIF";
  private static final String EXTENDED = "VP8X";
  private static final int ENOUGH_OF_EXIF = 1 << 16;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;
  private static final int FLAGS_AT = 20;
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", EXTENDED, "ALPH", "ANIM", "ANMF", "ICCP");

  private WebpStripper() {}

  public static byte[] bare(byte[] webp) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
    try {
      copy(new DataInputStream(new ByteArrayInputStream(webp)), new DataOutputStream(out));
    } catch (EOFException end) {
      // the whole file has already been read
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    ByteBuffer copy = ByteBuffer.wrap(out.toByteArray());
    settle(copy, copy.capacity());
    return copy.array();
  }

  /// Ends with an [EOFException]. The size and the flags in the header are wrong until [#settle]
  /// corrects them.
  ///
  /// @throws IOException if the picture is rotated: browsers ignore the orientation of a WebP, so a
  ///   copy would lie on its side
  static void copy(DataInputStream in, DataOutputStream out) throws IOException {
    MetadataStripper.copy(in, out, 12);
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
        MetadataStripper.copy(in, out, padded);
      } else {
        byte[] start = in.readNBytes((int) Math.min(padded, ENOUGH_OF_EXIF));
        if (name.equals(EXIF) && Orientation.of(start) != Orientation.UPRIGHT) {
          throw new IOException("a WebP file that is rotated by its metadata");
        }
        in.skipNBytes(padded - start.length);
      }
    }
  }

  /// Corrects the header for the chunks that are left.
  static void settle(Path file) throws IOException {
    try (FileChannel webp =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer start = ByteBuffer.allocate(FLAGS_AT + 1);
      if (webp.read(start, 0) == start.capacity()) {
        settle(start, webp.size());
        webp.write(start.clear(), 0);
      }
    }
  }

  private static void settle(ByteBuffer start, long length) {
    start.order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) (length - 8));
    byte[] first = new byte[4];
    start.get(12, first);
    if (new String(first, StandardCharsets.ISO_8859_1).equals(EXTENDED)) {
      start.put(FLAGS_AT, (byte) (start.get(FLAGS_AT) & ~XMP_FLAG & ~EXIF_FLAG));
    }
  }
}
