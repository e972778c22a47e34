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
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The folder for all data of this instance (`LUMINA_DATA`).
///
/// Only one process uses it at a time: a second one is refused at start-up, before it changes
/// anything. The constructor deletes partial uploads of an earlier process under `incoming`.
@Component
public class DataFolder implements AutoCloseable {
  private final Path root;

  /// For what is only needed while this process runs: elsewhere if the disk is read-only.
  private final Path scratch;

  private final Path cache;
  private final @Nullable FileChannel lock;
  private final boolean ours;
  private final boolean readOnly;

  /// @param cache for files that can be made again; relative to the data folder
  /// @param handsOver whether this process has a running one do its work, if there is one
  /// @param readOnly whether nothing can be written to it ([ReadOnlyDisk])
  DataFolder(
      @Value("${lumina.data}") Path data,
      @Value("${lumina.cache:cache}") Path cache,
      @Value("${lumina.hands-over:false}") boolean handsOver,
      @Value("${storage.read-only:false}") boolean readOnly)
      throws IOException {
    root = data.toAbsolutePath().normalize();
    this.cache = root.resolve(cache);
    this.readOnly = readOnly;
    lock = lock(root, readOnly);
    ours = lock == null || tryLock(lock) != null;
    scratch = readOnly && !Files.isWritable(root) ? Files.createTempDirectory("lumina-") : root;
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

  /// @return null if nobody can write to it
  /// @throws StartRefused if this is no folder, or one that should be written to and cannot
  private static @Nullable FileChannel lock(Path root, boolean readOnly) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new StartRefused("LUMINA_DATA (%s) is a file: set it to a folder.".formatted(root));
    }
    try {
      PrivateFiles.warnIfOpen(PrivateFiles.folder(root));
      return FileChannel.open(PrivateFiles.file(root.resolve("lock")), StandardOpenOption.WRITE);
    } catch (IOException | UncheckedIOException failed) {
      if (readOnly) {
        return null;
      }
      throw new StartRefused(
          "Lumina cannot write to %s (%s): check LUMINA_DATA, its owner, and whether its disk is read-only."
              .formatted(root, FileTrouble.of(failed)));
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
    return scratch.resolve("incoming");
  }

  /// What has arrived of resumable uploads.
  public Path uploads() {
    return kept(root.resolve("uploads"));
  }

  /// Pictures that image workers are using; emptied at every start.
  public Path workers() {
    return PrivateFiles.folder(scratch.resolve("workers"));
  }

  /// Whether nothing can be written to it.
  public boolean isReadOnly() {
    return readOnly;
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
    return kept(root.resolve("imports"));
  }

  /// Files that can be made again: the unpacked image engine.
  ///
  /// @throws StartRefused if there can be no such folder
  public Path cache() {
    try {
      return kept(cache);
    } catch (UncheckedIOException failed) {
      throw new StartRefused(
          "There can be no folder for the image engine (%s): check LUMINA_CACHE."
              .formatted(FileTrouble.of(failed)));
    }
  }

  private Path kept(Path folder) {
    boolean lost = folder.startsWith(root) && !Files.isWritable(folder);
    return PrivateFiles.folder(lost ? scratch.resolve(root.relativize(folder)) : folder);
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
    if (lock != null) {
      lock.close();
    }
    if (!scratch.equals(root)) {
      FileSystemUtils.deleteRecursively(scratch);
    }
  }
}
