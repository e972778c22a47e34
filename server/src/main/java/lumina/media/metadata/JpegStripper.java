package lumina.media.metadata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Copies the segments of a JPEG that make the picture, up to its end: no Exif except the
/// orientation, no XMP, IPTC, comment, preview or second picture.
public final class JpegStripper {
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final String EXIF = "Exif\0\0";

  /// In bytes. Reading the pixels one by one takes longer than the rest of an upload in the server.
  private static final int SCAN_BUFFER = 1 << 13;

  private boolean exifSeen;

  void copy(DataInputStream in, DataOutputStream out) throws IOException {
    if (in.readUnsignedShort() != (0xFF00 | START_OF_IMAGE)) {
      throw new IOException("not a JPEG file");
    }
    out.writeShort(0xFF00 | START_OF_IMAGE);
    int marker = nextMarker(in);
    while (marker != END_OF_IMAGE) {
      segment(marker, in, out);
      marker = marker == START_OF_SCAN ? scan(in, out) : nextMarker(in);
    }
    out.writeShort(0xFF00 | END_OF_IMAGE);
  }

  private static int nextMarker(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != 0xFF) {
      throw new IOException("a JPEG marker is missing");
    }
    int marker = 0xFF;
    while (marker == 0xFF) { // any number of fill bytes may precede a marker
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  private void segment(int marker, DataInputStream in, DataOutputStream out) throws IOException {
    int length = in.readUnsignedShort() - 2;
    if (length < 0) {
      throw new IOException("a JPEG segment with an invalid length");
    }
    byte[] content = new byte[length];
    in.readFully(content);
    if (partOfPicture(marker, content)) {
      write(marker, content, out);
    } else if (marker == APP1 && startsWith(content, EXIF) && !exifSeen) {
      exifSeen = true; // engine and browsers use the first one
      writeOrientation(Orientation.of(content), out);
    }
  }

  public static void writeOrientation(int orientation, DataOutputStream out) throws IOException {
    if (orientation != Orientation.UPRIGHT) {
      write(APP1, exif(orientation), out);
    }
  }

  private static boolean partOfPicture(int marker, byte[] content) {
    return switch (marker) {
      case APP0 -> startsWith(content, "JFIF\0");
      case APP2 -> startsWith(content, "ICC_PROFILE\0");
      case APP14 -> startsWith(content, "Adobe");
      case COMMENT -> false;
      default -> marker < APP0 || marker > APP15;
    };
  }

  private static boolean startsWith(byte[] content, String name) {
    return new String(
            content, 0, Math.min(content.length, name.length()), StandardCharsets.ISO_8859_1)
        .equals(name);
  }

  private static byte[] exif(int orientation) {
    byte[] block = Orientation.exif(orientation);
    byte[] content = Arrays.copyOf(EXIF.getBytes(StandardCharsets.ISO_8859_1), 6 + block.length);
    System.arraycopy(block, 0, content, 6, block.length);
    return content;
  }

  private static void write(int marker, byte[] content, DataOutputStream out) throws IOException {
    out.writeShort(0xFF00 | marker);
    out.writeShort(content.length + 2);
    out.write(content);
  }

  /// Copies coded pixels up to the next marker and returns that marker. Within coded pixels, 0xFF
  /// is followed by zero (a data byte) or by a restart marker.
  private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
    byte[] buffer = new byte[SCAN_BUFFER];
    while (true) {
      in.mark(buffer.length);
      int read = in.read(buffer);
      if (read < 0) {
        throw new EOFException();
      }
      int pixels = pixels(buffer, read);
      out.write(buffer, 0, pixels);
      if (pixels < read) {
        in.reset();
        in.skipNBytes(pixels);
        int marker = nextMarker(in);
        if (!isData(marker)) {
          return marker;
        }
        out.writeShort(0xFF00 | marker);
      }
    }
  }

  /// The number of bytes before the first marker, or before a 0xFF at the end that may begin one.
  private static int pixels(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      if (buffer[i] == (byte) 0xFF && (i + 1 == length || !isData(buffer[i + 1] & 0xFF))) {
        return i;
      }
    }
    return length;
  }

  private static boolean isData(int marker) {
    return marker == 0 || (marker >= FIRST_RESTART && marker <= LAST_RESTART);
  }
}
