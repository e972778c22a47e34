package lumina.adoption;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lumina.backend.DynamoFields;

/// The moments that the old application wrote, in each of its ways: milliseconds or seconds since
/// 1970, whole or not, as a number or as text, or as an ISO date (UTC where it does not say).
final class OldTime {
  /// In seconds this is the year 5138, in milliseconds 1973.
  private static final BigDecimal SURELY_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);

  private static final List<Function<String, Instant>> WAYS =
      List.of(
          OldTime::number,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));

  private OldTime() {}

  /// Milliseconds since 1970, or empty where there is no moment to be read.
  static Optional<Long> of(DynamoFields item) {
    return item.text("created_at", "timestamp").flatMap(OldTime::parse);
  }

  static Optional<Long> parse(String text) {
    for (Function<String, Instant> way : WAYS) {
      try {
        return Optional.of(way.apply(text.strip()).toEpochMilli());
      } catch (DateTimeParseException | NumberFormatException anotherWay) {
        // the next one
      }
    }
    return Optional.empty();
  }

  private static Instant number(String digits) {
    BigDecimal time = new BigDecimal(digits);
    BigDecimal millis = time.compareTo(SURELY_MILLISECONDS) < 0 ? time.movePointRight(3) : time;
    return Instant.ofEpochMilli(millis.longValue());
  }
}
