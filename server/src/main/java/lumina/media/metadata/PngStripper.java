package lumina.media.metadata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// Copies the chunks of a PNG that make the picture: no text, no time, no Exif except the
/// orientation, and no private chunks of editors.
final class PngStripper {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final String END = "IEND";
  private static final String EXIF = "eXIf";
  private static final int LARGEST_EXIF = 1 << 16;
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", END, // the picture
          "tRNS", "bKGD", "sBIT", "pHYs", // display
          "iCCP", "sRGB", "gAMA", "cHRM", "cICP", "mDCV", "cLLI", // colours
          "acTL", "fcTL", "fdAT"); // animation

  private PngStripper() {}

  static void copy(DataInputStream in, DataOutputStream out) throws IOException {
    if (in.readLong() != SIGNATURE) {
      throw new IOException("not a PNG file");
    }
    out.writeLong(SIGNATURE);
    String name = "";
    while (!name.equals(END)) {
      long length = Integer.toUnsignedLong(in.readInt());
      byte[] type = new byte[4];
      in.readFully(type);
      name = new String(type, StandardCharsets.ISO_8859_1);
      if (KEPT.contains(name)) {
        out.writeInt((int) length);
        out.write(type);
        MetadataStripper.copy(in, out, length + 4);
      } else if (name.equals(EXIF) && length < LARGEST_EXIF) {
        exif(in, (int) length, out);
      } else {
        in.skipNBytes(length + 4);
      }
    }
  }

  private static void exif(DataInputStream in, int length, DataOutputStream out)
      throws IOException {
    byte[] content = new byte[length];
    in.readFully(content);
    in.readInt(); // checksum
    int orientation = Orientation.of(content);
    if (orientation != Orientation.UPRIGHT) {
      byte[] block = Orientation.exif(orientation);
      CRC32 sum = new CRC32();
      sum.update(EXIF.getBytes(StandardCharsets.ISO_8859_1));
      sum.update(block);
      out.writeInt(block.length);
      out.writeBytes(EXIF);
      out.write(block);
      out.writeInt((int) sum.getValue());
    }
  }
}
