package lumina.check.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.StoreCheck;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks the folder of the image files by listing it.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record ImageFolderCheck(DataFolder folder) implements StoreCheck {
  @Override
  public String name() {
    return "images";
  }

  @Override
  public void check() throws IOException {
    try (Stream<Path> files = Files.list(folder.images())) {
      var _ = files.findAny();
    }
  }
}
