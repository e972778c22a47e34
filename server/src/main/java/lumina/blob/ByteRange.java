package lumina.blob;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The part of a file that a `Range` header requests (RFC 9110, section 14).
///
/// @param start its first byte
/// @param end the byte after its last one
record ByteRange(long start, long end) {
  private static final Pattern BYTES = Pattern.compile("(?i)bytes=(.+)");
  private static final Pattern RANGE = Pattern.compile("\\s*(\\d+-\\d*|-\\d+)\\s*");
  private static final int MAX_RANGES = 100;

  /// Parses a header. Empty means the whole file: no header, several satisfiable ranges, or a
  /// header that is not understood.
  ///
  /// @throws Problem.Unsatisfiable if the file has no such part
  static Optional<ByteRange> asked(@Nullable String header, long size) {
    Matcher bytes = BYTES.matcher(header == null ? "" : header.strip());
    List<String> ranges =
        bytes.matches() ? List.of(bytes.group(1).split(",", MAX_RANGES)) : List.of();
    if (ranges.isEmpty() || !ranges.stream().allMatch(range -> RANGE.matcher(range).matches())) {
      return Optional.empty();
    }
    List<ByteRange> satisfiable =
        ranges.stream()
            .map(range -> of(range, size))
            .filter(range -> range.start < range.end)
            .toList();
    if (satisfiable.isEmpty()) {
      throw new Problem.Unsatisfiable();
    }
    return satisfiable.size() == 1 ? Optional.of(satisfiable.getFirst()) : Optional.empty();
  }

  private static ByteRange of(String range, long size) {
    String first = range.substring(0, range.indexOf('-')).strip();
    String last = range.substring(range.indexOf('-') + 1).strip();
    if (first.isEmpty()) {
      return new ByteRange(size - atMost(size, last), size);
    }
    return new ByteRange(atMost(size, first), last.isEmpty() ? size : atMost(size - 1, last) + 1);
  }

  /// A BigInteger, because a client may send more digits than a long has.
  private static long atMost(long max, String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(max)).longValue();
  }
}
