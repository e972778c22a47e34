package lumina.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Lists the image files in the data folder: `photos/ab/0198…ab_full.jpg` has the key
/// `photos/0198…ab_full.jpg`.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record FileStoredFiles(DataFolder folder) implements StoredFiles {
  private static final int DEPTH = 3;

  @Override
  public void each(Consumer<StoredFile> taker) throws IOException {
    Path root = folder.images();
    try (Stream<Path> files = Files.walk(root)) {
      for (Iterator<Path> all = files.iterator(); all.hasNext(); ) {
        Path file = all.next();
        Path path = root.relativize(file);
        if (path.getNameCount() == DEPTH) {
          take("%s/%s".formatted(path.getName(0), path.getFileName()), file, taker);
        }
      }
    }
  }

  private static void take(String key, Path file, Consumer<StoredFile> taker) throws IOException {
    try {
      taker.accept(new StoredFile(key, Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException deleted) {
      return;
    }
  }
}
