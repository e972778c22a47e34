package lumina.check.stored;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.place.LocalPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Lists the image files in the data folder: `images/photos/ab/0198…ab_full.jpg` has the key
/// `photos/0198…ab_full.jpg`. In any other folder it has none.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record FileStoredFiles(DataFolder folder, BlobStore blobs) implements StoredFiles {
  /// Follows links: a part of the files may be on another disk.
  @Override
  public void each(Taker taker) throws IOException {
    Files.walkFileTree(
        folder.images(),
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            return visit(file, found, taker);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) {
            return taken(file, failed, taker);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) {
            return failed == null ? FileVisitResult.CONTINUE : taken(visited, failed, taker);
          }
        });
  }

  private FileVisitResult visit(Path file, BasicFileAttributes found, Taker taker) {
    try {
      String key = key(file);
      boolean isThere = key != null || Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (isThere && !file.equals(folder.images().resolve(LocalPlace.MARK))) {
        taker.take(new StoredFile(path(file), found.lastModifiedTime().toInstant(), key));
      }
      return FileVisitResult.CONTINUE;
    } catch (IOException failed) {
      return taken(file, failed, taker);
    }
  }

  private FileVisitResult taken(Path file, IOException failed, Taker taker) {
    if (!(failed instanceof NoSuchFileException)) { // else deleted meanwhile
      taker.takeUnreadable(path(file), failed);
    }
    return FileVisitResult.CONTINUE;
  }

  private String path(Path file) {
    return folder.root().relativize(file).toString();
  }

  /// A file that cannot be read has its key, too: what it belongs to says so.
  private @Nullable String key(Path file) throws IOException {
    Path kind = folder.images().relativize(file).getName(0);
    String key = "%s/%s".formatted(kind, file.getFileName());
    if (!StoredFile.isKey(key)) {
      return null;
    }
    try (Blob found = blobs.find(key).orElse(null)) {
      return found != null && found.file().equals(Optional.of(file)) ? key : null;
    } catch (FileSystemException unreadable) {
      return file.toString().equals(unreadable.getFile()) ? key : null;
    }
  }
}
