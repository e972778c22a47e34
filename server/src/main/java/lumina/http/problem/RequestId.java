package lumina.http.problem;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/// The id of a request in responses (`X-Request-Id`) and in the log, to find one by the other. It
/// is random and contains no data.
public final class RequestId {
  private RequestId() {}

  public static String fresh() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// A new id if the request is refused before it got one.
  static String current() {
    return Objects.requireNonNullElseGet(MDC.get(SecurityLog.REQUEST), RequestId::fresh);
  }
}
