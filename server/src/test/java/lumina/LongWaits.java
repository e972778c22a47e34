package lumina;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Waits end when what they wait for has happened: only where it never happens, they take long. So
/// they may last as long as a slow and busy machine needs. JUnit finds this by itself.
public final class LongWaits implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext tests) {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
  }
}
