package lumina.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// Files that never change once they are written, each under a key of the form `folder/name`.
///
/// A store that is down throws after a bounded wait, and the request that needs it is answered 503.
public interface BlobStore {
  /// Keeps a file durably under a key; when this returns, a crash or a power cut loses nothing of
  /// it. The file itself may be moved away.
  void put(String key, Path file, String mediaType) throws IOException;

  /// A blob to read and to close, or empty if there is none.
  Optional<Blob> find(String key) throws IOException;

  /// Deletes blobs; what is not there is fine.
  ///
  /// @throws IOException if some of them may still be there
  void delete(Collection<String> keys) throws IOException;
}
