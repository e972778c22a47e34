package lumina.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Stores files that never change after they are written, each under a key of the form
/// `folder/name`.
///
/// If the store is down, a call throws after a bounded wait, and the request is answered with 503.
public interface BlobStore {
  /// Stores files durably: after it returns, a crash or a power cut loses nothing. It may move the
  /// files away. Files that belong together are stored faster in one call.
  ///
  /// @throws IOException if some of them may be missing
  void put(List<NewBlob> blobs) throws IOException;

  default void put(String key, Path file, String mediaType) throws IOException {
    put(List.of(new NewBlob(key, file, mediaType)));
  }

  /// Opens a blob, which the caller closes; empty if there is none.
  Optional<Blob> find(String key) throws IOException;

  /// The bytes of a blob; -1 if there is none.
  default long size(String key) throws IOException {
    try (Blob found = find(key).orElse(null)) {
      return found == null ? -1 : found.size();
    }
  }

  /// Deletes blobs; missing ones are no error.
  ///
  /// @throws IOException if some of them may still exist
  void delete(Collection<String> keys) throws IOException;
}
