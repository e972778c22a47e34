package lumina.check.stored;

import java.io.IOException;

/// Lists the blob store, which servers need not be allowed to do.
public interface StoredFiles {
  void each(Taker taker) throws IOException;

  /// Takes what is found.
  interface Taker {
    void take(StoredFile file);

    /// Takes a file or a folder that cannot be read.
    ///
    /// @param path where it is, for people
    void takeUnreadable(String path, IOException failed);
  }
}
