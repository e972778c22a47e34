package lumina.backend;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of Lumina, as `1.4.0`; what follows a hyphen does not count.
public record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final String FIRST = "0.1.0";

  /// The one that runs, as it is written down.
  public static String current() {
    String built = Version.class.getPackage().getImplementationVersion();
    return built == null ? FIRST : built.replaceFirst("-.*", "");
  }

  /// @param text empty for one that did not write itself down: that was the first
  /// @throws IllegalArgumentException if it is no version
  public static Version of(@Nullable String text) {
    String numbers = text == null || text.isEmpty() ? FIRST : text.replaceFirst("-.*", "");
    return new Version(Arrays.stream(numbers.split("\\.", -1)).map(Integer::valueOf).toList());
  }

  @Override
  public int compareTo(Version other) {
    int parts = Math.max(numbers.size(), other.numbers.size());
    return Arrays.compare(padded(parts), other.padded(parts));
  }

  private int[] padded(int parts) {
    return Arrays.copyOf(numbers.stream().mapToInt(Integer::intValue).toArray(), parts);
  }
}
