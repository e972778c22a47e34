import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Pictures as a camera of 12 megapixels makes them: the photos of the demo, enlarged, with grain and
/// with Exif data.
class Pictures {
  private static final int WIDTH = 4_000;
  private static final int HEIGHT = 3_000;
  private static final int GRAIN = 6;

  private Pictures() {}

  /// Writes one JPEG for each photo of the demo into a folder.
  static List<Path> write(Path photos, Path folder) throws IOException {
    PathMatcher image = FileSystems.getDefault().getPathMatcher("glob:**/data/image.jpg");
    try (Stream<Path> files = Files.walk(photos)) {
      for (Path photo : files.filter(image::matches).sorted().toList()) {
        Path target = Files.createTempFile(folder, "camera", ".jpg");
        Files.write(target, withExif(jpeg(enlarged(ImageIO.read(photo.toFile())))));
      }
    }
    try (Stream<Path> made = Files.list(folder)) {
      return made.toList();
    }
  }

  /// Writes a small one of a single colour.
  static Path small() throws IOException {
    Path target = Files.createTempFile("small", ".jpg");
    Files.write(target, jpeg(new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR)));
    return target;
  }

  private static BufferedImage enlarged(BufferedImage photo) {
    BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = large.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(photo, 0, 0, WIDTH, HEIGHT, null);
    pen.dispose();
    byte[] samples = ((DataBufferByte) large.getRaster().getDataBuffer()).getData();
    Random grain = new Random(7);
    for (int pixel = 0; pixel < samples.length; pixel += 3) {
      int more = grain.nextInt(2 * GRAIN + 1) - GRAIN;
      for (int i = pixel; i < pixel + 3; i++) {
        samples[i] = (byte) Math.clamp((samples[i] & 0xff) + more, 0, 255);
      }
    }
    return large;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.9f);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Adds the name of a camera, so that there is something to remove from what others download.
  private static byte[] withExif(byte[] jpeg) {
    byte[] camera = "Bench 1".getBytes();
    ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 26 + 8);
    exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0MM".getBytes()).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x110).putShort((short) 2);
    exif.putInt(camera.length + 1).putInt(26).putInt(0).put(camera);
    return ByteBuffer.allocate(jpeg.length + exif.capacity())
        .put(jpeg, 0, 2)
        .put(exif.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
