package lumina.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A version of Lumina, as in `1.4.0`; the part after a hyphen or a plus sign is ignored.
public record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final String FIRST = "0.1.0";
  private static final String RUNNING = built();

  /// The running version, for people: `1.4.0`, or `1.5.0-dev+301d030` before the release of 1.5.0.
  public static String running() {
    return RUNNING;
  }

  /// The running version, as it is stored with derived data: numbers only, also before a release.
  public static String current() {
    return numbersOf(RUNNING);
  }

  /// @param text empty for data of the first version, which stored none
  /// @throws IllegalArgumentException if it is no version
  public static Version of(@Nullable String text) {
    String numbers = text == null || text.isEmpty() ? FIRST : numbersOf(text);
    return new Version(Arrays.stream(numbers.split("\\.", -1)).map(Integer::valueOf).toList());
  }

  private static String numbersOf(String version) {
    return version.replaceFirst("[-+].*", "");
  }

  /// Reads the version that the build wrote; there is none if only a compiler ran.
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
