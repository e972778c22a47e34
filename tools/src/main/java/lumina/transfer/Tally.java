package lumina.transfer;

import java.math.BigInteger;
import lumina.upload.Checksum;

/// Counts the records of a kind, and computes a checksum that does not depend on their order: the
/// sum of their SHA-256 checksums. Thread-safe.
final class Tally {
  private static final BigInteger END = BigInteger.ONE.shiftLeft(256);

  private long count;
  private BigInteger sum = BigInteger.ZERO;

  /// @param form no two records may have the same
  void add(String form) {
    BigInteger checksum = new BigInteger(Checksum.of(form), 16);
    synchronized (this) {
      count++;
      sum = sum.add(checksum).mod(END);
    }
  }

  synchronized boolean isAs(Tally other) {
    return count == other.count && sum.equals(other.sum);
  }

  /// Shows the first 16 of 64 digits.
  @Override
  public synchronized String toString() {
    return "%,12d  %.16s".formatted(count, "%064x".formatted(sum));
  }
}
