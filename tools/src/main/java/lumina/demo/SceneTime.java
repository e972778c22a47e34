package lumina.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;

/// When a photo of the [Script] is taken: some time ago (`PT6H`), or on a day of an earlier year
/// (`2/09-24T11:15`: two years ago), so that the demo never gets old and autumn stays autumn.
final class SceneTime {
  private SceneTime() {}

  static Instant of(String written, Instant now) {
    int slash = written.indexOf('/');
    if (slash < 0) {
      return now.minus(Duration.parse(written));
    }
    Year year =
        Year.from(now.atOffset(ZoneOffset.UTC))
            .minusYears(Integer.parseInt(written.substring(0, slash)));
    return LocalDateTime.parse(year + "-" + written.substring(slash + 1)).toInstant(ZoneOffset.UTC);
  }
}
