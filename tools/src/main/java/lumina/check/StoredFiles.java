package lumina.check;

import java.io.IOException;
import java.util.function.Consumer;

/// Lists the blob store, which servers need not be allowed to do.
interface StoredFiles {
  void each(Consumer<StoredFile> taker) throws IOException;
}
