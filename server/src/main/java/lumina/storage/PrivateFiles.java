package lumina.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes folders and files that no other user of this machine can open. Existing ones keep their
/// permissions; a warning is logged if others have access.
public final class PrivateFiles {
  private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  public static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder, permissions("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }

  /// Removes the permissions of others.
  public static void restrict(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// Makes the contents of a file, or the names in a folder, survive a power cut.
  public static void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Makes an empty file that only its owner reads, if there is none.
  public static Path file(Path file) {
    try {
      return Files.createFile(file, permissions("rw-------"));
    } catch (FileAlreadyExistsException there) {
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static FileAttribute<?>[] permissions(String words) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(words))
        }
        : new FileAttribute<?>[0];
  }

  static void warnIfOpen(Path folder) throws IOException {
    if (!POSIX) {
      return;
    }
    Set<String> others =
        Files.getPosixFilePermissions(folder).stream()
            .map(Enum::name)
            .filter(name -> !name.startsWith("OWNER"))
            .collect(Collectors.toSet());
    if (!others.isEmpty()) {
      log.warn(
          "Other users of this machine can read {}: chmod -R go= '{}' prevents it.",
          folder,
          folder);
    }
  }
}
