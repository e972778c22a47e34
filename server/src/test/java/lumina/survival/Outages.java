package lumina.survival;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/// Takes things away from a Lumina, one after the other, while people use it.
///
/// @param people how many of them do something at once
public record Outages(int people, long seed) {
  private static final Duration LASTS = Duration.ofSeconds(5);
  private static final int ANSWERS = 10;

  /// Tells what is right and wrong after each fault; the same people go on.
  public void run(Fragile lumina, BiConsumer<String, Outcome> told)
      throws IOException, InterruptedException, SQLException {
    Crowd crowd = new Crowd(lumina.address(), people, seed);
    for (Map.Entry<String, Runnable> fault : lumina.faults().entrySet()) {
      crowd.begin();
      crowd.patience().awaitAnswers(ANSWERS);
      fault.getValue().run();
      LockSupport.parkNanos(LASTS.toNanos());
      lumina.mend();
      crowd.patience().awaitAnswers(ANSWERS);
      crowd.end();
      told.accept(fault.getKey(), Inspection.of(crowd, new Place(lumina.settings()), List.of()));
    }
  }
}
