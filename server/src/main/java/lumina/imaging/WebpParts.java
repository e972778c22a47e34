package lumina.imaging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

  private WebpParts() {}

  /// The size and the flags at the start are wrong until [#settle].
  static void copy(DataInputStream in, DataOutputStream out) throws IOException {
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

  private static void exif(DataInputStream in, int length, DataOutputStream out)
      throws IOException {
    byte[] content = new byte[length];
    in.readFully(content);
    int orientation = Orientation.of(content);
    if (orientation != Orientation.UPRIGHT) {
      byte[] block = Orientation.exif(orientation);
      out.writeBytes(EXIF);
      out.writeInt(Integer.reverseBytes(block.length));
      out.write(block);
    }
  }

  /// Makes the start of the file tell what is left in it.
  static void settle(Path file) throws IOException {
    try (RandomAccessFile webp = new RandomAccessFile(file.toFile(), "rw")) {
      webp.seek(4);
      webp.writeInt(Integer.reverseBytes((int) (webp.length() - 8)));
      webp.seek(12);
      byte[] first = new byte[4];
      webp.readFully(first);
      if (new String(first, StandardCharsets.ISO_8859_1).equals(EXTENDED)) {
        webp.seek(FLAGS_AT);
        int flags = webp.read() & ~XMP_FLAG & ~EXIF_FLAG;
        webp.seek(FLAGS_AT);
        webp.write(endsWithOrientation(webp) ? flags | EXIF_FLAG : flags);
      }
    }
  }

  private static boolean endsWithOrientation(RandomAccessFile webp) throws IOException {
    long before = webp.getFilePointer();
    byte[] end = new byte[8 + Orientation.exif(Orientation.UPRIGHT).length];
    webp.seek(Math.max(0, webp.length() - end.length));
    webp.readFully(end);
    webp.seek(before);
    return new String(end, 0, 4, StandardCharsets.ISO_8859_1).equals(EXIF);
  }
}
