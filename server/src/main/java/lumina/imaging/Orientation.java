package lumina.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one thing in Exif that a picture needs: which way is up.
final class Orientation {
  /// As the pixels lie.
  static final int UPRIGHT = 1;

  private static final short TAG = 0x112;
  private static final short SHORT = 3;
  private static final int ENTRY = 12;

  private Orientation() {}

  /// From 1 to 8; upright when the Exif block does not say, or is damaged.
  static int of(byte[] exif) {
    try {
      ByteBuffer block = ByteBuffer.wrap(exif);
      block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = block.getInt(4);
      int entries = Short.toUnsignedInt(block.getShort(directory));
      for (int at = directory + 2; entries > 0; entries--, at += ENTRY) {
        if (block.getShort(at) == TAG) {
          int value = block.getShort(at + 8);
          return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException | BufferUnderflowException damaged) {
      return UPRIGHT;
    }
  }

  /// An Exif block that says this and nothing else.
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
