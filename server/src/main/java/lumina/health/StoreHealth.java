package lumina.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.storage.StoreCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Checks all stores of this instance in parallel, for at most two seconds, and at most once a
/// second however many callers ask.
@Component
class StoreHealth implements Measured, AutoCloseable {
  /// The state of a store.
  record State(String name, boolean needed, boolean up) {}

  private static final Logger log = LoggerFactory.getLogger(StoreHealth.class);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final List<StoreCheck> checks;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LoadingCache<String, List<State>> seen =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> look());

  StoreHealth(List<StoreCheck> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(StoreCheck::name)).toList();
  }

  @Override
  public List<Measure> measures() {
    return checks.stream()
        .map(
            check ->
                Measure.gauge(
                        "lumina.store.up", "1 if a store answers, otherwise 0", () -> up(check))
                    .with("store", check.name()))
        .toList();
  }

  private double up(StoreCheck check) {
    return states().stream().anyMatch(it -> it.up() && it.name().equals(check.name())) ? 1 : 0;
  }

  List<State> states() {
    return seen.get("all");
  }

  private List<State> look() throws InterruptedException {
    List<Callable<Boolean>> questions =
        checks.stream().map(check -> (Callable<Boolean>) () -> answers(check)).toList();
    List<Future<Boolean>> answers =
        threads.invokeAll(questions, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    List<State> states = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      StoreCheck check = checks.get(i);
      boolean inTime = answers.get(i).state() == Future.State.SUCCESS;
      states.add(new State(check.name(), check.needed(), inTime && answers.get(i).resultNow()));
    }
    return states;
  }

  /// Any exception of a check means that the store cannot be used.
  private static boolean answers(StoreCheck check) {
    try {
      check.check();
      return true;
    } catch (Exception down) {
      log.warn("Store \"{}\" is down: {}", check.name(), down.toString());
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
