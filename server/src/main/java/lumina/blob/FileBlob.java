package lumina.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// A blob in a file. The file is opened when its bytes are requested: most files are sent by the
/// operating system (sendfile) without being opened here.
record FileBlob(Path path, long size) implements Blob {
  @Override
  public InputStream bytes(long start, long end) throws IOException {
    return new FileBytes(path, start, end);
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }
}
