package lumina.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Files that never change once they are written, each under a key of the form `folder/name`.
public interface BlobStore {
  /// Keeps a file durably under a key; when this returns, a crash or a power cut loses nothing of
  /// it. The file itself may be moved away.
  void put(String key, Path file) throws IOException;

  /// A local file with the bytes of a blob, or empty if there is none. It must not be changed.
  Optional<Path> file(String key) throws IOException;

  /// Deletes every blob whose key starts with this; deleting none is fine.
  void deleteAll(String prefix) throws IOException;
}
