package lumina.storage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for a store that starts slowly: when machines or containers start all at once, a store may
/// be later than Lumina.
///
/// @param seconds maximum wait
public record StartRetry(long seconds) {
  private static final Logger log = LoggerFactory.getLogger(StartRetry.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// @param attempt throws [StoreUnresponsive] as long as waiting may help
  /// @throws StoreUnresponsive the last one, when the time is over
  public <T> T await(Supplier<T> attempt) {
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return attempt.get();
      } catch (StoreUnresponsive silent) {
        if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(seconds)) {
          throw silent;
        }
        if (!told) {
          log.info("{} Retrying for {} seconds.", silent.getMessage(), seconds);
          told = true;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Lumina was stopped while it waited for its stores.");
    }
  }
}
