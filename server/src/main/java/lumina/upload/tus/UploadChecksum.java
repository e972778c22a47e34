package lumina.upload.tus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The checksum of a request's body, which the header `Upload-Checksum` announces.
final class UploadChecksum {
  static final String ALGORITHMS = "sha1,sha256,md5";
  private static final Map<String, String> NAMES =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

  private final @Nullable MessageDigest digest;
  private final byte[] announced;

  private UploadChecksum(@Nullable MessageDigest digest, byte[] announced) {
    this.digest = digest;
    this.announced = announced;
  }

  /// @param header null if there is none: then every body is right
  /// @throws Problem.Invalid if it cannot be read, or the algorithm is none of ours
  static UploadChecksum of(@Nullable String header) {
    if (header == null) {
      return new UploadChecksum(null, new byte[0]);
    }
    String[] parts = header.strip().split(" +", 2);
    String name = NAMES.get(parts[0]);
    if (name == null || parts.length != 2) {
      throw unreadable();
    }
    try {
      return new UploadChecksum(
          MessageDigest.getInstance(name), Base64.getDecoder().decode(parts[1]));
    } catch (NoSuchAlgorithmException | IllegalArgumentException unreadable) {
      throw unreadable();
    }
  }

  private static Problem unreadable() {
    return new Problem.Invalid(
        "Upload-Checksum",
        "invalid_checksum",
        "A checksum is an algorithm (%s) and a value in Base64.".formatted(ALGORITHMS));
  }

  boolean isAnnounced() {
    return digest != null;
  }

  void update(byte[] bytes, int length) {
    if (digest != null) {
      digest.update(bytes, 0, length);
    }
  }

  /// @throws Problem.ChecksumMismatch if the body is another one
  void require() {
    if (digest != null && !MessageDigest.isEqual(digest.digest(), announced)) {
      throw new Problem.ChecksumMismatch(
          "checksum_mismatch", "Some bytes changed on their way. Please send them again.");
    }
  }
}
