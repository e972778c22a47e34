package lumina.transfer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Counts the records of a kind, and computes a checksum that does not depend on their order: the
/// sum of their SHA-256 hashes. Thread-safe.
final class Checksum {
  private static final BigInteger END = BigInteger.ONE.shiftLeft(256);

  private long count;
  private BigInteger sum = BigInteger.ZERO;

  void add(EntityRecord row) {
    MessageDigest digest = sha256();
    row.digest(digest);
    add(digest);
  }

  /// Adds a file by its name and the hash of its bytes.
  void add(String key, byte[] hash) {
    MessageDigest digest = sha256();
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    digest.update(hash);
    add(digest);
  }

  private synchronized void add(MessageDigest digest) {
    count++;
    sum = sum.add(new BigInteger(1, digest.digest())).mod(END);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  synchronized boolean isAs(Checksum other) {
    return count == other.count && sum.equals(other.sum);
  }

  /// Shows the first 16 of 64 digits.
  @Override
  public synchronized String toString() {
    return "%,12d  %.16s".formatted(count, "%064x".formatted(sum));
  }
}
