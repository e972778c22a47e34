package lumina.http.problem;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/// What a request is called in answers (`X-Request-Id`) and in the log, so that one leads to the
/// other. It says nothing.
public final class RequestId {
  private RequestId() {}

  public static String fresh() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// A fresh one for what is refused before it is a request.
  static String current() {
    return Objects.requireNonNullElseGet(MDC.get(SecurityLog.REQUEST), RequestId::fresh);
  }
}
