package lumina.check;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import lumina.blob.Blob;

/// Looks at the outer boxes of an MP4 that Lumina made, which fill the file to its end. What is in
/// them is not read: the frames are last, so of a large file only the beginning is fetched.
final class MovieBoxes {
  private static final String FIRST = "ftyp";
  private static final Set<String> NEEDED = Set.of(FIRST, "moov", "mdat");

  private MovieBoxes() {}

  static boolean fill(Blob movie) throws IOException {
    Set<String> names = new HashSet<>();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(movie.bytes()))) {
      for (long left = movie.size(); left > 0; ) {
        long length = Integer.toUnsignedLong(in.readInt());
        names.add(new String(in.readNBytes(Integer.BYTES), StandardCharsets.ISO_8859_1));
        boolean isLong = length == 1;
        length = isLong ? in.readLong() : length;
        int header = isLong ? 4 * Integer.BYTES : 2 * Integer.BYTES;
        if (length < header || length > left || !names.contains(FIRST)) {
          return false;
        }
        left -= length;
        if (left > 0) {
          in.skipNBytes(length - header);
        }
      }
      return names.containsAll(NEEDED);
    } catch (EOFException cutOff) {
      return false;
    }
  }
}
