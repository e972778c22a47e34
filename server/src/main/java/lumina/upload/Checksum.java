package lumina.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Calculates the checksum by which equal originals and equal records are found: SHA-256 in
/// lower-case hex.
public final class Checksum {
  private Checksum() {}

  /// Reads the whole file, in constant memory.
  public static String of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return of(bytes);
    }
  }

  /// Reads all bytes, in constant memory.
  public static String of(InputStream bytes) throws IOException {
    MessageDigest digest = digest("SHA-256");
    new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
  }

  /// @param algorithm one that every JDK has
  public static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
