package lumina.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.storage.PrivateFiles;

/// A backup in a folder, which only its owner can read.
record FolderVault(Path root) implements Vault {
  private static final String DRAFT = "draft-";

  @Override
  public Map<String, Long> sizes() throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          sizes.put(root.relativize(file).toString(), Files.size(file));
        }
      }
    }
    return sizes;
  }

  @Override
  public InputStream read(String name) throws IOException {
    return Files.newInputStream(root.resolve(name));
  }

  /// A process that is killed leaves a draft, which the next backup deletes.
  @Override
  public void put(String name, Path file) throws IOException {
    Path target = root.resolve(name);
    Path folder = PrivateFiles.folder(Objects.requireNonNull(target.getParent()));
    Path draft = Files.createTempFile(folder, DRAFT, "");
    Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
    PrivateFiles.restrict(draft);
    PrivateFiles.sync(draft);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    for (Path changed : List.of(folder, root)) {
      PrivateFiles.sync(changed);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(root.resolve(name));
  }
}
