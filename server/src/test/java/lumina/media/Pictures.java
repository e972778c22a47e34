package lumina.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Makes the files that tests upload.
public final class Pictures {
  private Pictures() {}

  /// Red top left, green top right, blue bottom left, white bottom right.
  public static BufferedImage quarters(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    fill(pen, Color.WHITE, new Rectangle(width, height));
    fill(pen, Color.RED, new Rectangle(width / 2, height / 2));
    fill(pen, Color.GREEN, new Rectangle(width / 2, 0, width, height / 2));
    fill(pen, Color.BLUE, new Rectangle(0, height / 2, width / 2, height));
    pen.dispose();
    return image;
  }

  private static void fill(Graphics2D pen, Color color, Rectangle area) {
    pen.setColor(color);
    pen.fill(area);
  }

  public static BufferedImage plain(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    fill(pen, color, new Rectangle(width, height));
    pen.dispose();
    return image;
  }

  /// Hard to compress, like film grain.
  public static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  public static byte[] write(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no writer for this picture as " + format);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  public static BufferedImage read(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    if (image == null) {
      throw new IOException("not a picture");
    }
    return image;
  }

  /// A unique JPEG that looks like a photo.
  public static byte[] photo(int width, int height) {
    BufferedImage image = quarters(width, height);
    Graphics2D pen = image.createGraphics();
    Color tint = new Color(ThreadLocalRandom.current().nextInt(0x1000000));
    fill(pen, tint, new Rectangle(width / 4, height / 4, width / 2, height / 2));
    pen.dispose();
    return jpeg(image);
  }

  public static byte[] jpeg(BufferedImage image) {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(image, 0, 0, null);
    return write(opaque, "jpg");
  }

  public static byte[] progressiveJpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return write(writer, how, new IIOImage(image, null, null));
  }

  /// A uniform picture of four inks, each from 0 (none) to 255; stored inverted, as Adobe does.
  public static byte[] cmykJpeg(int width, int height, int... inks) throws IOException {
    int[] spared = IntStream.of(inks).map(ink -> 255 - ink).toArray();
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, spared);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    byte[] jpeg = write(writer, writer.getDefaultWriteParam(), new IIOImage(raster, null, null));
    byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    return withSegments(jpeg, segment(0xEE, adobe));
  }

  private static byte[] write(ImageWriter writer, ImageWriteParam how, IIOImage image)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Inserts segments right after the start of a JPEG.
  public static byte[] withSegments(byte[] jpeg, byte[]... segments) {
    return insert(jpeg, 2, segments);
  }

  public static byte[] segment(int marker, byte[] content) {
    return ByteBuffer.allocate(content.length + 4)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .array();
  }

  /// Replaces the size in the frame header of a JPEG.
  public static byte[] claiming(byte[] jpeg, int width, int height) {
    byte[] copy = jpeg.clone();
    for (int i = 2; i < copy.length; i += 2 + (ByteBuffer.wrap(copy).getShort(i + 2) & 0xFFFF)) {
      int marker = copy[i + 1] & 0xFF;
      if (marker == 0xC0 || marker == 0xC2) {
        ByteBuffer.wrap(copy).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return copy;
      }
    }
    throw new IllegalArgumentException("no frame header");
  }

  public static byte[] insert(byte[] bytes, int at, byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }
}
