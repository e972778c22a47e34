package lumina.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The folder for all data of this instance (`LUMINA_DATA`).
///
/// Only one process uses it at a time: a second one is refused at start-up, before it changes
/// anything. The constructor deletes partial uploads of an earlier process under `incoming`.
@Component
public class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lock;
  private final boolean ours;

  /// @param handsOver whether this process has a running one do its work, if there is one
  DataFolder(
      @Value("${lumina.data}") Path data, @Value("${lumina.hands-over:false}") boolean handsOver)
      throws IOException {
    root = data.toAbsolutePath().normalize();
    lock = lock(root);
    ours = tryLock(lock) != null;
    if (!ours && handsOver) {
      return;
    }
    if (!ours) {
      throw new StartRefused(
          "Another Lumina is running on %s: stop it, or set LUMINA_DATA to another folder."
              .formatted(root));
    }
    FileSystemUtils.deleteRecursively(incoming());
    FileSystemUtils.deleteRecursively(workers());
    PrivateFiles.folder(incoming());
  }

  /// @throws StartRefused if this is no folder, or one that cannot be written to
  private static FileChannel lock(Path root) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new StartRefused("LUMINA_DATA (%s) is a file: set it to a folder.".formatted(root));
    }
    try {
      PrivateFiles.warnIfOpen(PrivateFiles.folder(root));
      return FileChannel.open(PrivateFiles.file(root.resolve("lock")), StandardOpenOption.WRITE);
    } catch (IOException | UncheckedIOException failed) {
      throw new StartRefused(
          "Lumina cannot write to %s (%s): check LUMINA_DATA, its owner, and whether its disk is read-only."
              .formatted(root, NestedExceptionUtils.getMostSpecificCause(failed)));
    }
  }

  public Path root() {
    return root;
  }

  public boolean hasDatabase() {
    return Files.exists(root.resolve("lumina.db"));
  }

  /// The file that exists while a restore into this folder is not finished.
  public Path restoring() {
    return root.resolve("restoring");
  }

  /// @throws StartRefused if a restore into it is not finished
  public void requireRestored() {
    if (Files.exists(restoring())) {
      throw new StartRefused(
          "A restore into %s is not finished: run bin/lumina restore again.".formatted(root));
    }
  }

  /// Whether nothing is kept in it: there is neither a database nor an image file.
  public boolean isEmpty() {
    Path images = root.resolve("images");
    try (Stream<Path> files = Files.isDirectory(images) ? Files.list(images) : Stream.empty()) {
      return !hasDatabase() && files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + images, e);
    }
  }

  /// The SQLite file; SQLite gives the files beside it the same permissions.
  public Path database() {
    return PrivateFiles.file(root.resolve("lumina.db"));
  }

  /// Uploads that are being received; emptied at every start.
  public Path incoming() {
    return root.resolve("incoming");
  }

  /// What has arrived of resumable uploads.
  public Path uploads() {
    return PrivateFiles.folder(root.resolve("uploads"));
  }

  /// Pictures that image workers are using; emptied at every start.
  public Path workers() {
    return PrivateFiles.folder(root.resolve("workers"));
  }

  /// Image files.
  public Path images() {
    return PrivateFiles.folder(root.resolve("images"));
  }

  /// Whether this process, and no other one, uses the folder.
  public boolean isOurs() {
    return ours;
  }

  /// Imports that commands hand over to the server.
  public Path imports() {
    return PrivateFiles.folder(root.resolve("imports"));
  }

  /// Files that can be made again: the unpacked image engine.
  public Path cache() {
    return PrivateFiles.folder(root.resolve("cache"));
  }

  /// Makes an empty folder under [#incoming()] for one upload; the caller deletes it.
  public Path workspace() {
    try {
      return Files.createTempDirectory(incoming(), "upload-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + incoming(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
