package lumina.media.capture;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;

/// Reads the dates that cameras and programs write, whichever separators they use.
record CameraClock(long now) {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})[-:/. ](\\d{1,2})[-:/. ](\\d{1,2})"
              + "(?:[T ]\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?)?"
              + "\\s*(Z|[-+]\\d{1,2}:?\\d{2})?");
  private static final Pattern OFFSET = Pattern.compile("([-+])(\\d{1,2}):?(\\d{2})");
  private static final int MOST_OFFSET = 14 * 60;

  /// Empty without a date on which a picture can have been taken.
  ///
  /// @param fraction digits after the second, if they are written elsewhere
  /// @param offset from UTC, likewise
  Optional<Taken> read(
      @Nullable String date,
      @Nullable String fraction,
      @Nullable String offset,
      Taken.Source from) {
    Matcher parts = DATE.matcher(date == null ? "" : plain(date));
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(parts.group(1)),
              number(parts.group(2)),
              number(parts.group(3)),
              number(parts.group(4)),
              number(parts.group(5)),
              number(parts.group(6)));
      String digits = parts.group(7) == null ? fraction : parts.group(7);
      String zone = parts.group(8) == null ? offset : parts.group(8);
      long at = time.toInstant(ZoneOffset.UTC).toEpochMilli() + millis(digits);
      return taken(at, minutes(zone), from);
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  Optional<Taken> taken(long at, @Nullable Integer offset, Taken.Source from) {
    return Taken.isPossible(at, now) ? Optional.of(new Taken(at, offset, from)) : Optional.empty();
  }

  private static String plain(String written) {
    return written.replaceAll("\\p{Cntrl}", "").strip();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int millis(@Nullable String fraction) {
    String digits = fraction == null ? "" : plain(fraction);
    return digits.matches("\\d+") ? Integer.parseInt((digits + "00").substring(0, 3)) : 0;
  }

  private static @Nullable Integer minutes(@Nullable String offset) {
    String zone = offset == null ? "" : plain(offset);
    if (zone.equals("Z")) {
      return 0;
    }
    Matcher parts = OFFSET.matcher(zone);
    if (!parts.matches() || number(parts.group(3)) >= 60) {
      return null;
    }
    int minutes = number(parts.group(2)) * 60 + number(parts.group(3));
    if (minutes > MOST_OFFSET) {
      return null;
    }
    return parts.group(1).equals("-") ? -minutes : minutes;
  }
}
