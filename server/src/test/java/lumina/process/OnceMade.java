package lumina.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.springframework.util.FileSystemUtils;

/// A file or folder under `target` that takes seconds to make, and that all tests of a working copy
/// share. If several JVMs need it at the same moment, one makes it and the others wait.
public record OnceMade(Path path) {
  /// Makes it under another name; it gets its own name when it is complete.
  public interface Maker {
    void make(Path unfinished) throws IOException;
  }

  public static OnceMade named(String name) {
    return new OnceMade(Path.of("target", name).toAbsolutePath());
  }

  /// Makes it, unless it is good. Threads of one JVM cannot wait for a lock on a file, hence
  /// `synchronized`.
  public Path unless(BooleanSupplier good, Maker maker) throws IOException {
    synchronized (OnceMade.class) {
      Files.createDirectories(path.getParent());
      try (FileChannel file =
              FileChannel.open(
                  beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = file.lock()) {
        if (!good.getAsBoolean()) {
          Path unfinished = beside(".unfinished");
          FileSystemUtils.deleteRecursively(unfinished);
          maker.make(unfinished);
          Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return path;
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
