package lumina.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// A blob that is a file. Nothing is open before its bytes are asked for: most are sent by the
/// system, without coming here.
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
