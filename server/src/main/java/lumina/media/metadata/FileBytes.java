package lumina.media.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads, writes and blanks bytes at offsets of a file.
///
/// Offsets and lengths come from the file itself and may be anything: one outside the file throws
/// an [EOFException]. A file is refused if it makes us read or blank several times its own size.
public final class FileBytes implements AutoCloseable {
  private static final int LARGEST_READ = 1 << 22;

  /// The cost of one access in addition to its bytes, since many small accesses are slow, too.
  private static final int PER_ACCESS = 1_000;

  private final FileChannel file;
  private final long size;
  private long patience;

  public FileBytes(Path path) throws IOException {
    this(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  public static FileBytes reading(Path path) throws IOException {
    return new FileBytes(path, StandardOpenOption.READ);
  }

  private FileBytes(Path path, StandardOpenOption... how) throws IOException {
    file = FileChannel.open(path, how);
    size = file.size();
    patience = 4 * size + 4L * LARGEST_READ;
  }

  public long size() {
    return size;
  }

  /// @throws EOFException if the range is not entirely in the file
  public ByteBuffer read(long at, long length) throws IOException {
    spend(at, length);
    if (length > LARGEST_READ) {
      throw new IOException("a directory of " + length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("the file was truncated meanwhile");
      }
    }
    return bytes.flip().order(ByteOrder.BIG_ENDIAN);
  }

  public void write(long at, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full); // not the fault of the file
    }
  }

  /// Writes zeros.
  void blank(long at, long length) throws IOException {
    spend(at, length);
    byte[] zeros = new byte[(int) Math.min(length, 1 << 13)];
    for (long done = 0; done < length; ) {
      int now = (int) Math.min(zeros.length, length - done);
      write(at + done, ByteBuffer.wrap(zeros, 0, now));
      done += now;
    }
  }

  /// Drops the end of the file, after all other changes.
  public void truncate(long length) {
    try {
      file.truncate(length);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed); // not the fault of the file
    }
  }

  private void spend(long at, long length) throws IOException {
    if (at < 0 || length < 0 || at > size || length > size - at) {
      throw new EOFException("beyond the end of the file");
    }
    patience -= length + PER_ACCESS;
    if (patience < 0) {
      throw new IOException("parts of the file overlap");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
