package lumina.media.metadata;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads and writes the orientation, which is the only part of Exif that a picture needs.
public final class Orientation {
  /// The pixels are stored upright.
  static final int UPRIGHT = 1;

  private static final short TAG = 0x112;
  private static final short BYTE = 1;
  private static final short SHORT = 3;
  private static final short LONG = 4;
  private static final int ENTRY = 12;
  private static final int NAME = 'E' << 24 | 'x' << 16 | 'i' << 8 | 'f';
  private static final int NAME_LENGTH = 6;

  private Orientation() {}

  /// Returns 1 to 8; upright if the Exif block has no orientation or is damaged.
  ///
  /// @param exif with or without the name `Exif` before it: JPEG requires the name, and some
  ///   programs write it into other formats
  static int of(byte[] exif) {
    try {
      boolean named = ByteBuffer.wrap(exif).getInt(0) == NAME;
      int start = named ? NAME_LENGTH : 0;
      ByteBuffer block = ByteBuffer.wrap(exif, start, exif.length - start).slice();
      block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = block.getInt(4);
      int entries = Short.toUnsignedInt(block.getShort(directory));
      for (int at = directory + 2; entries > 0; entries--, at += ENTRY) {
        if (block.getShort(at) == TAG) {
          int value = value(block, at);
          return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException | BufferUnderflowException damaged) {
      return UPRIGHT;
    }
  }

  /// The standard requires a short, but all readers accept the types that other writers use.
  private static int value(ByteBuffer block, int entry) {
    return switch (block.getShort(entry + 2)) {
      case BYTE -> block.get(entry + 8);
      case SHORT -> block.getShort(entry + 8);
      case LONG -> block.getInt(entry + 8);
      default -> UPRIGHT;
    };
  }

  /// Makes an Exif block that holds only this orientation.
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort(TAG)
        .putShort(SHORT)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
