package lumina.blob;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The part of a file that a `Range` header asks for (RFC 9110, section 14).
///
/// @param start its first byte
/// @param end the byte after its last one
record ByteRange(long start, long end) {
  private static final Pattern BYTES = Pattern.compile("(?i)bytes=(.+)");
  private static final Pattern RANGE = Pattern.compile("\\s*(\\d+-\\d*|-\\d+)\\s*");
  private static final int MAX_RANGES = 100;

  /// Empty for the whole file: also where several parts can be had, or the header says nothing that
  /// is understood.
  ///
  /// @throws Problem.Unsatisfiable if the file has no such part
  static Optional<ByteRange> asked(@Nullable String header, long size) {
    Matcher bytes = BYTES.matcher(header == null ? "" : header.strip());
    List<String> ranges =
        bytes.matches() ? List.of(bytes.group(1).split(",", MAX_RANGES)) : List.of();
    if (ranges.isEmpty() || !ranges.stream().allMatch(range -> RANGE.matcher(range).matches())) {
      return Optional.empty();
    }
    List<ByteRange> there =
        ranges.stream()
            .map(range -> of(range, size))
            .filter(range -> range.start < range.end)
            .toList();
    if (there.isEmpty()) {
      throw new Problem.Unsatisfiable();
    }
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  private static ByteRange of(String range, long size) {
    String first = range.substring(0, range.indexOf('-')).strip();
    String last = range.substring(range.indexOf('-') + 1).strip();
    if (first.isEmpty()) {
      return new ByteRange(size - atMost(size, last), size);
    }
    return new ByteRange(atMost(size, first), last.isEmpty() ? size : atMost(size - 1, last) + 1);
  }

  /// A number may have more digits than any file has bytes.
  private static long atMost(long most, String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(most)).longValue();
  }
}
