package lumina.blob;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A blob that is open for reading. Closing it lets go of it at once, however much was read.
public interface Blob extends Closeable {
  /// In bytes.
  long size();

  /// Its bytes from `start` up to, but not including, `end`; to be asked for once.
  InputStream bytes(long start, long end) throws IOException;

  /// All its bytes; to be asked for once.
  default InputStream bytes() throws IOException {
    return bytes(0, size());
  }

  /// Writes all its bytes to a new file.
  default void copyTo(Path target) throws IOException {
    try (InputStream bytes = bytes()) {
      Files.copy(bytes, target);
    }
  }

  /// Where it is on this machine, if it is here; it must not be changed.
  default Optional<Path> file() {
    return Optional.empty();
  }

  /// When it was kept, if the store knows that.
  default Optional<Instant> keptAt() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
