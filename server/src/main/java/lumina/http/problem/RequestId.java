package lumina.http.problem;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id of a request in responses (`X-Request-Id`) and in the log, to find one by the other. It
/// is random and contains no data.
public final class RequestId {
  /// The header of requests, from trusted proxies, and of all responses.
  public static final String HEADER = "X-Request-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestId() {}

  public static String fresh() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// The id that a proxy has given to a request; a new one if it gave none, or one of odd
  /// characters.
  public static String ofProxy(@Nullable String given) {
    return given != null && ACCEPTED.matcher(given).matches() ? given : fresh();
  }

  /// A new id if the request is refused before it got one.
  static String current() {
    return Objects.requireNonNullElseGet(MDC.get(SecurityLog.REQUEST), RequestId::fresh);
  }
}
