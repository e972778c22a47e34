package lumina.transfer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Counts the records of a kind, and computes a checksum that does not depend on their order: the
/// sum of their SHA-256 hashes.
final class Checksum {
  private static final int SHOWN = 16;
  private static final BigInteger END = BigInteger.ONE.shiftLeft(256);

  private long count;
  private BigInteger sum = BigInteger.ZERO;

  void add(EntityRecord row) {
    add(row::digest);
  }

  /// Adds a file by its name and the checksum of its bytes; thread-safe.
  void add(String key, byte[] checksum) {
    add(
        digest -> {
          digest.update(key.getBytes(StandardCharsets.UTF_8));
          digest.update(checksum);
        });
  }

  private void add(Consumer<MessageDigest> writing) {
    MessageDigest digest = sha256();
    writing.accept(digest);
    add(new BigInteger(1, digest.digest()));
  }

  private synchronized void add(BigInteger one) {
    count++;
    sum = sum.add(one).mod(END);
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

  @Override
  public synchronized String toString() {
    String hex = HexFormat.of().formatHex(sum.add(END).toByteArray());
    return "%,12d  %s".formatted(count, hex.substring(hex.length() - 64).substring(0, SHOWN));
  }
}
