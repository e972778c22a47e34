package lumina.media.heif;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The beginning of an uncompressed TIFF, which the samples follow: red, green, blue, row by row.
///
/// @param deep whether samples have 16 bits, the low byte first, instead of 8
/// @param orientation 1 to 8, as in Exif
/// @param profile an ICC profile; empty for none
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record PlainTiff(int width, int height, boolean deep, int orientation, byte[] profile) {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final int TAGS = 11;
  private static final int DEPTHS_AT = 8 + 2 + TAGS * 12 + 4;
  private static final int PROFILE_AT = DEPTHS_AT + 6;

  byte[] beginning() {
    int depth = deep ? 16 : 8;
    int samplesAt = (PROFILE_AT + profile.length + 1) / 2 * 2;
    ByteBuffer tiff = ByteBuffer.allocate(samplesAt).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
    tiff.putShort((short) (profile.length > 0 ? TAGS : TAGS - 1));
    tag(tiff, 256, LONG, 1, width);
    tag(tiff, 257, LONG, 1, height);
    tag(tiff, 258, SHORT, 3, DEPTHS_AT);
    tag(tiff, 259, SHORT, 1, 1); // not compressed
    tag(tiff, 262, SHORT, 1, 2); // RGB
    tag(tiff, 273, LONG, 1, samplesAt);
    tag(tiff, 274, SHORT, 1, orientation);
    tag(tiff, 277, SHORT, 1, 3);
    tag(tiff, 278, LONG, 1, height);
    tag(tiff, 279, LONG, 1, (int) sampleBytes());
    if (profile.length > 0) {
      tag(tiff, 34675, UNDEFINED, profile.length, PROFILE_AT);
    }
    tiff.putInt(0); // no further picture
    tiff.position(DEPTHS_AT);
    tiff.putShort((short) depth).putShort((short) depth).putShort((short) depth);
    tiff.put(profile);
    return tiff.array();
  }

  long sampleBytes() {
    return 3L * width * height * (deep ? 2 : 1);
  }

  private static void tag(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
