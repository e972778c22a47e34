package lumina.media.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes;

/// Finds the MP4 that Google's and Samsung's motion photos have behind their picture. Each of them
/// says in another way where it begins, and edited ones say it wrong; so it is looked for.
public final class MotionPart {
  private static final String NAME = "ftyp";
  private static final int WINDOW = 1 << 16;
  private static final int LONGEST_FIRST_BOX = 256;

  /// Files with more false starts have none.
  private static final int MAX_STARTS = 20;

  private record Span(long start, long end) {}

  private MotionPart() {}

  /// Writes the moving part of a picture to a new file.
  ///
  /// @return false if it has none
  public static boolean extract(Path picture, Path target) throws IOException {
    Optional<Span> found = find(picture);
    if (found.isEmpty()) {
      return false;
    }
    long length = found.get().end() - found.get().start();
    try (FileChannel from = FileChannel.open(picture);
        FileChannel to =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long done = 0; done < length; ) {
        long now = from.transferTo(found.get().start() + done, length - done, to);
        if (now <= 0) {
          throw new IOException("the file became shorter");
        }
        done += now;
      }
    }
    return true;
  }

  private static Optional<Span> find(Path picture) throws IOException {
    long size = Files.size(picture);
    try (FileBytes bytes = FileBytes.reading(picture)) {
      int starts = 0;
      for (long at = 16; at + NAME.length() < size && starts < MAX_STARTS; at += WINDOW) {
        String window = text(bytes.read(at, Math.min(WINDOW + NAME.length() - 1, size - at)));
        int in = window.indexOf(NAME);
        for (; in >= 0 && starts < MAX_STARTS; in = window.indexOf(NAME, in + 1)) {
          starts++;
          Optional<Span> span = movie(bytes, at + in - Integer.BYTES);
          if (span.isPresent()) {
            return span;
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The JVM searches a text of one byte for each letter many bytes at a time. Nearly every upload
  /// is searched to its end.
  private static String text(ByteBuffer bytes) {
    byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /// Some programs write more behind the movie.
  private static Optional<Span> movie(FileBytes bytes, long start) throws IOException {
    long first = Integer.toUnsignedLong(bytes.read(start, Integer.BYTES).getInt());
    if (first > LONGEST_FIRST_BOX) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    long[] end = {start};
    try {
      new IsoBoxes(bytes)
          .each(
              start,
              bytes.size(),
              box -> {
                if (!box.name().matches("[\\p{Alnum} ]{4}")) {
                  throw new IOException("not a box");
                }
                names.add(box.name());
                end[0] = box.end();
              });
    } catch (IOException other) {
      // the movie ended before
    }
    return names.containsAll(Set.of("moov", "mdat"))
        ? Optional.of(new Span(start, end[0]))
        : Optional.empty();
  }
}
