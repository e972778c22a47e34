package lumina.check;

import java.io.IOException;
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
import java.util.function.Consumer;
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
  public void each(Consumer<StoredFile> taker) throws IOException {
    Path mark = folder.images().resolve(LocalPlace.MARK);
    Files.walkFileTree(
        folder.images(),
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found)
              throws IOException {
            String key = key(file);
            boolean isThere = key != null || Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (isThere && !file.equals(mark)) {
              String path = folder.root().relativize(file).toString();
              taker.accept(new StoredFile(path, found.lastModifiedTime().toInstant(), key));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // deleted meanwhile
            }
            throw failed;
          }
        });
  }

  private @Nullable String key(Path file) throws IOException {
    Path kind = folder.images().relativize(file).getName(0);
    String key = "%s/%s".formatted(kind, file.getFileName());
    if (!StoredFile.isKey(key)) {
      return null;
    }
    try (Blob found = blobs.find(key).orElse(null)) {
      return found != null && found.file().equals(Optional.of(file)) ? key : null;
    }
  }
}
