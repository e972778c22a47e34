package lumina.http.problem;

import java.io.IOException;

/// An answer that has begun cannot be finished. The connection is closed, so that nobody takes the
/// part that was sent for the whole. Why is for the log; whoever throws this has written it there.
public class ResponseCutOff extends IOException {
  public ResponseCutOff() {
    super("An answer was cut off; the warning before this says why.");
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
