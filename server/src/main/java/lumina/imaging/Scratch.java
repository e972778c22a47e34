package lumina.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder for files that the engine needs on its way; closing takes it away.
record Scratch(Path folder) implements AutoCloseable {
  static Scratch in(Path folder) {
    try {
      return new Scratch(Files.createTempDirectory(folder, "scratch"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
