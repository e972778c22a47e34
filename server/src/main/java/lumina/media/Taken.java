package lumina.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a picture was taken.
///
/// @param at milliseconds since 1970 of the clock on the wall, read as if it were UTC
/// @param offset minutes by which that clock was ahead of UTC, null if unknown
public record Taken(long at, @Nullable Integer offset, Source from) {
  /// Who or what says so, the most reliable first.
  public enum Source {
    EXIF,
    XMP,
    CONTAINER,
    GPS,
    FILE,
    UPLOAD,
    PERSON;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The source with this word; a word that only newer versions know counts as the upload.
    public static Source named(String word) {
      return Stream.of(values()).filter(it -> it.word().equals(word)).findAny().orElse(UPLOAD);
    }
  }

  /// The first photograph was taken in 1826.
  private static final long EARLIEST = Instant.parse("1826-01-01T00:00:00Z").toEpochMilli();

  /// Clocks on walls are up to 14 hours ahead of UTC, and clocks of cameras are set badly.
  private static final long MOST_AHEAD = Duration.ofDays(2).toMillis();

  /// Whether a picture can have been taken then.
  ///
  /// @param now milliseconds since 1970
  public static boolean isPossible(long at, long now) {
    return at >= EARLIEST && at <= now + MOST_AHEAD;
  }

  static @Nullable Taken read(Map<String, String> values) {
    String at = values.get("taken_at");
    String from = values.get("taken_from");
    if (at == null || from == null) {
      return null;
    }
    String offset = values.get("taken_offset");
    return new Taken(
        Long.parseLong(at), offset == null ? null : Integer.valueOf(offset), Source.named(from));
  }

  void write(Map<String, Object> values) {
    values.put("taken_at", at);
    if (offset != null) {
      values.put("taken_offset", offset);
    }
    values.put("taken_from", from.word());
  }
}
