package lumina.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Pictures with two frames.
public final class Animations {
  private Animations() {}

  public static byte[] gif(BufferedImage first, BufferedImage second) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(first, null, null), null);
      writer.writeToSequence(new IIOImage(second, null, null), null);
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Combines the pictures of two plain WebP files into one animation.
  public static byte[] webp(int width, int height, byte[] first, byte[] second) {
    byte[] header = little(10).putInt(2).put(three(width - 1)).put(three(height - 1)).array();
    return riff(
        chunk("VP8X", header),
        chunk("ANIM", little(6).array()),
        chunk("ANMF", frame(width, height, first)),
        chunk("ANMF", frame(width, height, second)));
  }

  /// A plain WebP with an extended header and Exif.
  public static byte[] stillWebp(byte[] still, byte[] exif) {
    ByteBuffer size = ByteBuffer.wrap(still).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header =
        little(10)
            .putInt(0x08)
            .put(three((size.getShort(26) & 0x3FFF) - 1))
            .put(three((size.getShort(28) & 0x3FFF) - 1))
            .array();
    byte[] picture = Arrays.copyOfRange(still, 12, still.length);
    return riff(chunk("VP8X", header), picture, chunk("EXIF", exif));
  }

  /// An animated PNG of two frames of one size; readers that know no animation show the first.
  static byte[] png(byte[] first) {
    byte[] control = ByteBuffer.allocate(8).putInt(2).putInt(0).array();
    return Pictures.insert(first, PngChunks.AFTER_HEADER, PngChunks.chunk("acTL", control));
  }

  private static byte[] frame(int width, int height, byte[] still) {
    byte[] picture = Arrays.copyOfRange(still, 12, still.length);
    return little(16 + picture.length)
        .put(new byte[6])
        .put(three(width - 1))
        .put(three(height - 1))
        .put(three(100))
        .put((byte) 2)
        .put(picture)
        .array();
  }

  public static byte[] riff(byte[]... chunks) {
    int length = Arrays.stream(chunks).mapToInt(chunk -> chunk.length).sum();
    byte[] head = little(12).put(ascii("RIFF")).putInt(4 + length).put(ascii("WEBP")).array();
    return Pictures.insert(head, 12, chunks);
  }

  public static byte[] chunk(String name, byte[] content) {
    int even = content.length + content.length % 2;
    return little(8 + even).put(ascii(name)).putInt(content.length).put(content).array();
  }

  private static byte[] three(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
