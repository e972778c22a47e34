package lumina.adopt;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lumina.storage.dynamo.DynamoFields;

/// Reads times of the old application in all of their forms: milliseconds or seconds since 1970,
/// whole or not, as a number or as text, or as an ISO date (in UTC unless it has an offset).
final class LegacyTime {
  /// In seconds this is the year 5138, in milliseconds 1973.
  private static final BigDecimal SURELY_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);

  private static final List<Function<String, Instant>> WAYS =
      List.of(
          LegacyTime::number,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));

  /// The old application did not exist before, so an earlier time is wrong.
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
  private static final int MAX_DIGITS = 20;

  private LegacyTime() {}

  /// Returns the time in the item itself; empty if that is not a time.
  static Optional<Long> said(DynamoFields item) {
    return Stream.of("created_at", "timestamp")
        .flatMap(name -> item.text(name).stream())
        .flatMap(text -> parse(text).stream())
        .findFirst();
  }

  /// Returns the time in a sort key such as `COMMENT#1600000000000#id`.
  static Optional<Long> inKey(DynamoFields item) {
    String[] parts = item.text("SK").orElse("").split("#", -1);
    return parts.length < 3 ? Optional.empty() : parse(parts[1]);
  }

  /// Returns milliseconds since 1970, or empty if the text is not a time.
  static Optional<Long> parse(String text) {
    for (Function<String, Instant> way : WAYS) {
      try {
        return Optional.of(way.apply(text.strip()))
            .filter(LegacyTime::canBe)
            .map(Instant::toEpochMilli);
      } catch (DateTimeException | NumberFormatException anotherWay) {
        // try the next one
      }
    }
    return Optional.empty();
  }

  private static boolean canBe(Instant moment) {
    return moment.isAfter(FIRST) && moment.isBefore(Instant.now().plus(CLOCKS_DIFFER));
  }

  private static Instant number(String digits) {
    BigDecimal time = new BigDecimal(digits);
    if (time.precision() - time.scale() > MAX_DIGITS) {
      throw new NumberFormatException("No clock counts that far");
    }
    BigDecimal millis = time.compareTo(SURELY_MILLISECONDS) < 0 ? time.movePointRight(3) : time;
    return Instant.ofEpochMilli(millis.longValue());
  }
}
