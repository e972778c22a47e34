package lumina.media.metadata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Copies the blocks of a GIF that make the picture and its animation: no comments, no XMP, and
/// nothing after the end.
public final class GifStripper {
  static final int IMAGE = 0x2C;
  static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;

  /// The repeat count, and the colour profile.
  private static final Set<String> KEPT = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

  private GifStripper() {}

  static void copy(DataInputStream in, DataOutputStream out) throws IOException {
    byte[] header = new byte[13];
    in.readFully(header);
    out.write(header);
    MetadataStripper.copy(in, out, coloursAfter(header[10]));
    int block = in.readUnsignedByte();
    while (block != TRAILER) {
      switch (block) {
        case IMAGE -> image(in, out);
        case EXTENSION -> extension(in, out);
        case 0 -> {} // some writers put a zero too many after a block; all readers pass over it
        default -> throw new IOException("unknown GIF block " + block);
      }
      block = in.readUnsignedByte();
    }
    out.write(TRAILER);
  }

  /// Returns the size in bytes of the colour table that a flag byte announces.
  static int coloursAfter(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static void image(DataInputStream in, DataOutputStream out) throws IOException {
    byte[] header = new byte[9];
    in.readFully(header);
    out.write(IMAGE);
    out.write(header);
    MetadataStripper.copy(in, out, coloursAfter(header[8]) + 1L); // and the code size
    copyPieces(in, out);
  }

  private static void extension(DataInputStream in, DataOutputStream out) throws IOException {
    int label = in.readUnsignedByte();
    byte[] first = new byte[in.readUnsignedByte()];
    in.readFully(first);
    boolean kept =
        label == GRAPHIC_CONTROL
            || (label == APPLICATION
                && KEPT.contains(new String(first, StandardCharsets.ISO_8859_1)));
    if (kept) {
      out.write(EXTENSION);
      out.write(label);
      out.write(first.length);
      out.write(first);
      copyPieces(in, out);
    } else if (first.length > 0) {
      copyPieces(in, new DataOutputStream(DataOutputStream.nullOutputStream()));
    }
  }

  private static void copyPieces(DataInputStream in, DataOutputStream out) throws IOException {
    int length;
    do {
      length = in.readUnsignedByte();
      out.write(length);
      MetadataStripper.copy(in, out, length);
    } while (length > 0);
  }
}
