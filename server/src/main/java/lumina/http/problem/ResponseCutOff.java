package lumina.http.problem;

import java.io.IOException;

/// Thrown if a response cannot be completed after a part was sent. The connection is closed, so
/// that nobody takes the part for the whole. The thrower has logged the cause.
public class ResponseCutOff extends IOException {
  public ResponseCutOff() {
    super("An answer was cut off; the warning before this says why.");
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
