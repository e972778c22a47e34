package lumina.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Tells the raw files of cameras that are TIFFs in form by their first directory.
public final class RawTiff {
  private static final int KIND = 254;
  private static final int MAKE = 271;
  private static final int SUB_PICTURES = 330;
  private static final int DNG_VERSION = 50706;
  private static final int ENTRY = 12;
  private static final int LONGEST_MAKE = 32;
  private static final int MAX_ENTRIES = 500;
  private static final int HEAD = 10;

  private final RandomAccessFile file;
  private final ByteOrder order;
  private boolean reduced;
  private boolean below;
  private boolean dng;
  private String make = "";

  private RawTiff(RandomAccessFile file, ByteOrder order) {
    this.file = file;
    this.order = order;
  }

  static Optional<ImageFormat> of(Path path) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
      byte[] head = new byte[HEAD];
      bytes.readFully(head);
      if (head[8] == 'C' && head[9] == 'R') {
        return Optional.of(ImageFormat.CR2);
      }
      ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      RawTiff file = new RawTiff(bytes, order);
      file.read(Integer.toUnsignedLong(ByteBuffer.wrap(head).order(order).getInt(4)));
      return file.format();
    } catch (EOFException cutOff) {
      return Optional.empty();
    }
  }

  private void read(long directory) throws IOException {
    int entries = Short.toUnsignedInt(buffer(directory, 2).getShort());
    ByteBuffer all = buffer(directory + 2, Math.min(entries, MAX_ENTRIES) * ENTRY);
    for (int at = 0; at < all.capacity(); at += ENTRY) {
      switch (Short.toUnsignedInt(all.getShort(at))) {
        case KIND -> reduced = all.getInt(at + 8) == 1;
        case SUB_PICTURES -> below = true;
        case DNG_VERSION -> dng = true;
        case MAKE -> make = text(all.getInt(at + 8), all.getInt(at + 4));
        default -> {}
      }
    }
  }

  private ByteBuffer buffer(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(at);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(order);
  }

  private String text(int at, int length) throws IOException {
    int read = Math.clamp(length, 0, LONGEST_MAKE);
    return new String(buffer(Integer.toUnsignedLong(at), read).array(), StandardCharsets.US_ASCII);
  }

  /// A camera's raw file begins with a small picture and has the others below it; a TIFF that was
  /// developed from it has the same maker.
  private Optional<ImageFormat> format() {
    if (dng) {
      return Optional.of(ImageFormat.DNG);
    }
    if (!reduced || !below) {
      return Optional.empty();
    }
    return make.startsWith("NIKON")
        ? Optional.of(ImageFormat.NEF)
        : make.startsWith("SONY") ? Optional.of(ImageFormat.ARW) : Optional.empty();
  }
}
