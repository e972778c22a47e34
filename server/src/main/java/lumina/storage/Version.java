package lumina.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A version of Lumina, as `1.4.0`; what follows a hyphen or a plus sign does not count.
public record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final String FIRST = "0.1.0";
  private static final String RUNNING = built();

  /// The one that runs, as people are told: `1.4.0`, or `1.5.0-dev+301d030` on the way to the next.
  public static String running() {
    return RUNNING;
  }

  /// The one that runs, as it is written down beside what it made: on the way to 1.5.0 that too.
  public static String current() {
    return numbersOf(RUNNING);
  }

  /// @param text empty for one that did not write itself down: that was the first
  /// @throws IllegalArgumentException if it is no version
  public static Version of(@Nullable String text) {
    String numbers = text == null || text.isEmpty() ? FIRST : numbersOf(text);
    return new Version(Arrays.stream(numbers.split("\\.", -1)).map(Integer::valueOf).toList());
  }

  private static String numbersOf(String version) {
    return version.replaceFirst("[-+].*", "");
  }

  /// What the build wrote down of itself; nothing where only a compiler ran.
  private static String built() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("build.version", FIRST);
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
