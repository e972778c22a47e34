package lumina.media.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// Unpacks native libraries and programs of the application into a folder, because the system
/// cannot load them from inside a jar.
///
/// It writes each file atomically, and never again: other processes may share the folder, and a
/// sandbox allows exactly the file that was there when its program started.
public record ProgramFiles(Path folder) {
  public ProgramFiles {
    folder = folder.toAbsolutePath();
  }

  public static @Nullable InputStream resource(String name) {
    return ProgramFiles.class.getResourceAsStream(name);
  }

  /// The name of this machine's kind in the folders of the jar, for example `linux-x64`.
  public static String platform() {
    String architecture = System.getProperty("os.arch", "");
    boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
    return (isMac() ? "darwin" : "linux") + (arm ? "-arm64" : "-x64");
  }

  public static boolean isMac() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
  }

  public Path placed(String name, byte[] content, String suffix) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    String unique = "%s-%08x%s".formatted(name, checksum.getValue(), suffix);
    return placed(unique, new ByteArrayInputStream(content));
  }

  /// @param name differs for different contents
  public Path placed(String name, InputStream content) throws IOException {
    Path target = folder.resolve(name);
    if (Files.exists(target)) {
      return target;
    }
    Path half = Files.createTempFile(Files.createDirectories(folder), "unpacking", ".part");
    try {
      Files.copy(content, half, StandardCopyOption.REPLACE_EXISTING);
      publish(half, target);
    } finally {
      Files.deleteIfExists(half);
    }
    return target;
  }

  /// A move would replace the file of another process; a link does not.
  private static void publish(Path half, Path target) throws IOException {
    try {
      Files.createLink(target, half);
    } catch (FileAlreadyExistsException byAnotherProcess) {
      return;
    } catch (IOException | UnsupportedOperationException noLinksOnThisDisk) {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Unpacks several files into a folder of their own; all of them become executable.
  ///
  /// @param name of the folder; differs for different contents
  /// @param source the folder in the jar
  public Path placedTogether(String name, String source, List<String> files) throws IOException {
    Path target = folder.resolve(name);
    if (Files.exists(target)) {
      return target;
    }
    Path half = Files.createTempDirectory(Files.createDirectories(folder), "unpacking");
    try {
      for (String file : files) {
        unpack(source + file, half.resolve(file));
      }
      moveFolder(half, target);
    } finally {
      FileSystemUtils.deleteRecursively(half);
    }
    return target;
  }

  private static void unpack(String name, Path target) throws IOException {
    try (InputStream content = resource(name)) {
      if (content == null) {
        throw new IOException(name + " is missing from the application");
      }
      Files.copy(content, target);
    }
    if (!target.toFile().setExecutable(true)) {
      throw new IOException(target + " cannot be made executable");
    }
  }

  /// No system replaces a folder that is not empty.
  private static void moveFolder(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unusable) {
      throw unusable;
    } catch (IOException failed) {
      if (!Files.isDirectory(target)) {
        throw failed;
      }
    }
  }
}
