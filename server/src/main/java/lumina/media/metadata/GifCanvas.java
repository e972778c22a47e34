package lumina.media.metadata;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the part of a GIF's canvas that its first frame covers.
public final class GifCanvas {
  /// A part of a canvas.
  public record Frame(
      int left, int top, int width, int height, int canvasWidth, int canvasHeight) {}

  private GifCanvas() {}

  /// Returns the first frame if it leaves some of the canvas uncovered: the engine reads that part
  /// as black, but it is transparent.
  public static Optional<Frame> uncovered(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] header = new byte[13];
      in.readFully(header);
      ByteBuffer canvas = little(header);
      in.skipNBytes(GifStripper.coloursAfter(header[10]));
      return toFirstImage(in)
          ? frame(little(in.readNBytes(8)), canvas.getShort(6), canvas.getShort(8))
          : Optional.empty();
    } catch (EOFException cut) {
      return Optional.empty();
    }
  }

  private static boolean toFirstImage(DataInputStream in) throws IOException {
    int block = in.readUnsignedByte();
    while (block == GifStripper.EXTENSION || block == 0) {
      if (block == GifStripper.EXTENSION) {
        in.readUnsignedByte();
        for (int piece = in.readUnsignedByte(); piece > 0; piece = in.readUnsignedByte()) {
          in.skipNBytes(piece);
        }
      }
      block = in.readUnsignedByte();
    }
    return block == GifStripper.IMAGE;
  }

  private static Optional<Frame> frame(ByteBuffer image, short width, short height) {
    Frame frame =
        new Frame(
            Short.toUnsignedInt(image.getShort(0)),
            Short.toUnsignedInt(image.getShort(2)),
            Short.toUnsignedInt(image.getShort(4)),
            Short.toUnsignedInt(image.getShort(6)),
            Short.toUnsignedInt(width),
            Short.toUnsignedInt(height));
    boolean inside =
        frame.left() + frame.width() <= frame.canvasWidth()
            && frame.top() + frame.height() <= frame.canvasHeight();
    boolean all = frame.width() == frame.canvasWidth() && frame.height() == frame.canvasHeight();
    return inside && !all && frame.width() > 0 && frame.height() > 0
        ? Optional.of(frame)
        : Optional.empty();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
