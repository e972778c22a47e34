package lumina.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.PrivateFiles;
import lumina.storage.place.LocalPlace;
import org.springframework.stereotype.Component;

/// Stores blobs as files under the data folder, spread over 256 subfolders by the end of the id in
/// their key: `photos/0198…ab_full.jpg` is `images/photos/ab/0198…ab_full.jpg`. (An id begins with
/// the time, which would not spread.)
@Component
@LocalBackend
class FileBlobStore implements BlobStore {
  private final Path root;

  /// @param place makes sure that the files of the database are here, and not an empty folder
  FileBlobStore(DataFolder folder, LocalPlace place) {
    root = folder.images();
  }

  /// Flushes the files, then their folders: a folder never names a file without its content.
  @Override
  public void put(List<NewBlob> blobs) throws IOException {
    for (NewBlob blob : blobs) {
      PrivateFiles.restrict(blob.file());
      PrivateFiles.sync(blob.file());
    }
    Set<Path> changed = new LinkedHashSet<>();
    for (NewBlob blob : blobs) {
      Path folder = folder(blob.key());
      makeFolder(folder, changed);
      Files.move(blob.file(), folder.resolve(name(blob.key())), StandardCopyOption.ATOMIC_MOVE);
      changed.add(folder);
    }
    for (Path folder : changed) {
      PrivateFiles.sync(folder);
    }
  }

  /// @param changed receives the folders that have a new entry
  private void makeFolder(Path folder, Set<Path> changed) {
    Path made = folder;
    while (!made.equals(root) && !Files.isDirectory(made)) {
      made = Objects.requireNonNull(made.getParent());
      changed.add(made);
    }
    PrivateFiles.folder(folder);
  }

  @Override
  public Optional<Blob> find(String key) throws IOException {
    Path file = file(key);
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? Optional.of(new FileBlob(file, found.size()))
          : Optional.empty();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(Collection<String> keys) throws IOException {
    for (String key : keys) {
      Files.deleteIfExists(file(key));
    }
  }

  private Path file(String key) {
    return folder(key).resolve(name(key));
  }

  private Path folder(String key) {
    int slash = key.indexOf('/');
    int idEnd = key.indexOf('_', slash);
    String shard = key.substring(Math.max(slash + 1, idEnd - 2), idEnd);
    return root.resolve(key.substring(0, slash)).resolve(shard);
  }

  private static String name(String key) {
    return key.substring(key.indexOf('/') + 1);
  }
}
