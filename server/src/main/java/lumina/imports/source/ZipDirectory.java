package lumina.imports.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Asks a zip how large its list of files is before Java reads it into memory.
final class ZipDirectory {
  /// Thrown for a list that is too large; the message says so.
  static final class Oversized extends IOException {
    private static final long serialVersionUID = 1;

    Oversized() {
      super("it has more than %,d files; import it in parts".formatted(SourceFiles.MAX_FILES));
    }
  }

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final long MAX_BYTES = 48L << 20;

  private ZipDirectory() {}

  /// @throws Oversized if the list is too large
  /// @throws IOException if there is none
  static void check(Path zip) throws IOException {
    try (FileChannel file = FileChannel.open(zip)) {
      long from = Math.max(0, file.size() - END_LENGTH - MAX_COMMENT - LOCATOR_LENGTH);
      ByteBuffer tail = read(file, from, (int) (file.size() - from));
      for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
        if (tail.getInt(at) == END) {
          check(file, tail, at);
          return;
        }
      }
      throw new EOFException("There is no end of a zip.");
    }
  }

  private static void check(FileChannel file, ByteBuffer tail, int end) throws IOException {
    long entries = tail.getShort(end + 10) & 0xFFFFL;
    long bytes = tail.getInt(end + 12) & 0xFFFFFFFFL;
    int locator = end - LOCATOR_LENGTH;
    if (locator >= 0 && tail.getInt(locator) == LOCATOR) {
      ByteBuffer large = read(file, tail.getLong(locator + 8), 56);
      entries = large.getLong(32);
      bytes = large.getLong(40);
    }
    if (tooMany(entries, SourceFiles.MAX_FILES) || tooMany(bytes, MAX_BYTES)) {
      throw new Oversized();
    }
  }

  private static boolean tooMany(long count, long limit) {
    return count < 0 || count > limit;
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    if (from < 0) {
      throw new EOFException("A zip points outside of itself.");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("A zip ends early.");
      }
    }
    return bytes.flip();
  }
}
