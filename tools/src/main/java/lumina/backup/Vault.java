package lumina.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// Where a backup is kept: a folder, a tar file or a bucket. Several threads may use it at once.
interface Vault extends Closeable {
  /// Returns the sizes of all files in it, by name.
  Map<String, Long> sizes() throws IOException;

  /// @throws NoSuchFileException if there is none of this name
  InputStream read(String name) throws IOException;

  /// Stores a copy, durably. A file of the same name is replaced as a whole or not at all.
  void put(String name, Path file) throws IOException;

  /// Deletes a file; a missing one is no error.
  void delete(String name) throws IOException;

  @Override
  default void close() throws IOException {}
}
