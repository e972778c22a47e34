package lumina.account.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/// Verifies the two hash formats of the old application: `pbkdf2:sha256:ITER$salt$hex` and
/// `scrypt:N:r:p$salt$hex`. The salt is used as text, not decoded.
final class LegacyHash {
  private static final Pattern PBKDF2 =
      Pattern.compile("pbkdf2:sha256:(\\d{1,8})\\$([^$]+)\\$([0-9a-f]+)");
  private static final Pattern SCRYPT =
      Pattern.compile("scrypt:(\\d{1,7}):(\\d{1,2}):(\\d{1,2})\\$([^$]+)\\$([0-9a-f]+)");

  private LegacyHash() {}

  static boolean isOne(String hash) {
    return hash.startsWith("pbkdf2:") || hash.startsWith("scrypt:");
  }

  /// Returns false also for a damaged hash.
  static boolean matches(String password, String hash) {
    Matcher pbkdf2 = PBKDF2.matcher(hash);
    if (pbkdf2.matches()) {
      return pbkdf2(password, pbkdf2);
    }
    Matcher scrypt = SCRYPT.matcher(hash);
    return scrypt.matches() && scrypt(password, scrypt);
  }

  private static boolean pbkdf2(String password, Matcher hash) {
    byte[] expected = HexFormat.of().parseHex(hash.group(3));
    PBEKeySpec spec =
        new PBEKeySpec(
            password.toCharArray(),
            hash.group(2).getBytes(StandardCharsets.UTF_8),
            Integer.parseInt(hash.group(1)),
            expected.length * 8);
    try {
      byte[] actual =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return MessageDigest.isEqual(expected, actual);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA256", e);
    }
  }

  private static boolean scrypt(String password, Matcher hash) {
    byte[] expected = HexFormat.of().parseHex(hash.group(5));
    byte[] actual =
        SCrypt.generate(
            password.getBytes(StandardCharsets.UTF_8),
            hash.group(4).getBytes(StandardCharsets.UTF_8),
            Integer.parseInt(hash.group(1)),
            Integer.parseInt(hash.group(2)),
            Integer.parseInt(hash.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual);
  }
}
