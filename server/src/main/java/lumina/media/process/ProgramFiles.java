package lumina.media.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// Unpacks native libraries and programs of the application into a folder, because the system
/// cannot load them from inside a jar. What does not have its checksum is not unpacked.
///
/// It writes each file atomically, and never again: other processes may share the folder, and a
/// sandbox allows exactly the file that was there when its program started.
public record ProgramFiles(Path folder) {
  /// The length of the part of a checksum that is in a name.
  private static final int NAMED = 16;

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
    String sum = HexFormat.of().formatHex(sha256().digest(content));
    return placed(name, new ByteArrayInputStream(content), suffix, sum);
  }

  /// The file's name has a part of its checksum, so that it differs for different contents.
  ///
  /// @param sum the SHA-256 of the content, in hexadecimal
  public Path placed(String name, InputStream content, String suffix, String sum)
      throws IOException {
    Path target = folder.resolve(unique(name, sum) + suffix);
    if (Files.exists(target)) {
      return target;
    }
    Path half = Files.createTempFile(Files.createDirectories(folder), "unpacking", ".part");
    try {
      check(name, sum, copied(content, half));
      publish(half, target);
    } finally {
      Files.deleteIfExists(half);
    }
    return target;
  }

  private static String unique(String name, String sum) {
    return name + "-" + sum.substring(0, NAMED);
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
  /// @param name of the folder
  /// @param source the folder in the jar
  /// @param files in the order of their names
  /// @param sum the SHA-256 of all: of the SHA-256 and the name of one after the other
  public Path placedTogether(String name, String source, List<String> files, String sum)
      throws IOException {
    Path target = folder.resolve(unique(name, sum));
    if (Files.exists(target)) {
      return target;
    }
    Path half = Files.createTempDirectory(Files.createDirectories(folder), "unpacking");
    try {
      MessageDigest all = sha256();
      for (String file : files) {
        all.update(unpack(source + file, half.resolve(file)));
        all.update(file.getBytes(StandardCharsets.US_ASCII));
      }
      check(name, sum, all.digest());
      moveFolder(half, target);
    } finally {
      FileSystemUtils.deleteRecursively(half);
    }
    return target;
  }

  private static byte[] unpack(String name, Path target) throws IOException {
    try (InputStream content = resource(name)) {
      if (content == null) {
        throw new IOException(name + " is missing from the application");
      }
      byte[] sum = copied(content, target);
      if (!target.toFile().setExecutable(true)) {
        throw new IOException(target + " cannot be made executable");
      }
      return sum;
    }
  }

  /// @return the SHA-256 of the content
  private static byte[] copied(InputStream content, Path target) throws IOException {
    DigestInputStream summed = new DigestInputStream(content, sha256());
    Files.copy(summed, target, StandardCopyOption.REPLACE_EXISTING);
    return summed.getMessageDigest().digest();
  }

  /// The system loads and runs nothing that is not what the build put into the application.
  private static void check(String name, String expected, byte[] sum) throws IOException {
    if (!HexFormat.of().formatHex(sum).equals(expected)) {
      throw new IOException(name + " in the application is damaged: install Lumina again");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
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
