package lumina.imports.source;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;

/// Makes times of what exports say. A time at which no photo can have been taken counts as none.
final class Moments {
  private static final int SECOND = 1_000;

  private Moments() {}

  /// @param seconds since 1970
  static @Nullable Taken ofSeconds(@Nullable Double seconds) {
    return seconds == null ? null : ofMillis(seconds * SECOND);
  }

  /// @param millis since 1970
  static @Nullable Taken ofMillis(@Nullable Double millis) {
    return millis == null || !Taken.isPossible(millis.longValue(), System.currentTimeMillis())
        ? null
        : new Taken(millis.longValue(), null, Taken.Source.FILE);
  }

  /// @param text of a clock on the wall, such as `2009-05-03 06:07:08`
  static @Nullable Taken ofClock(String text) {
    try {
      LocalDateTime at = LocalDateTime.parse(text.replace(' ', 'T'));
      return ofSeconds((double) at.toEpochSecond(ZoneOffset.UTC));
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }
}
