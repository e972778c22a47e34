package lumina.blob;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A blob that is open for reading. Closing it releases its connection at once, even if it was not
/// read to the end.
public interface Blob extends Closeable {
  /// In bytes.
  long size();

  /// Its bytes from `start` (inclusive) to `end` (exclusive); can be called once.
  InputStream bytes(long start, long end) throws IOException;

  /// All its bytes; can be called once.
  default InputStream bytes() throws IOException {
    return bytes(0, size());
  }

  /// Writes all its bytes to a new file.
  default void copyTo(Path target) throws IOException {
    try (InputStream bytes = bytes()) {
      Files.copy(bytes, target);
    }
  }

  /// Its path, if it is a file on this machine. The file must not be changed.
  default Optional<Path> file() {
    return Optional.empty();
  }

  /// The time at which it was stored, if the store knows.
  default Optional<Instant> keptAt() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
