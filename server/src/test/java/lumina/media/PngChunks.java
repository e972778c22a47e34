package lumina.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Builds PNG files from chunks.
public final class PngChunks {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /// The offset of the first chunk after IHDR.
  public static final int AFTER_HEADER = 8 + 25;

  private PngChunks() {}

  public static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  public static byte[] header(int width, int height, int bits, int colourType) {
    ByteBuffer header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) bits)
            .put((byte) colourType);
    return Pictures.insert(SIGNATURE, 8, chunk("IHDR", header.array()));
  }

  public static byte[] file(byte[] header, byte[] rows) {
    return Pictures.insert(
        header, header.length, chunk("IDAT", deflated(rows)), chunk("IEND", new byte[0]));
  }

  public static byte[] profile(byte[] icc) {
    byte[] name = {'p', 0, 0};
    return chunk("iCCP", Pictures.insert(name, 3, deflated(icc)));
  }

  public static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }
}
