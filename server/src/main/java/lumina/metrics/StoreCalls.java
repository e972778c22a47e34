package lumina.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Counts and times the calls of one store, by operation and outcome.
public final class StoreCalls {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final String store;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  private record Kind(String operation, boolean failed) {}

  /// @param store one word, as in `sql`
  public StoreCalls(MeterRegistry registry, String store) {
    this.registry = registry;
    this.store = store;
  }

  /// @param operation one of few
  public void record(String operation, boolean failed, long nanos) {
    timers
        .computeIfAbsent(new Kind(operation, failed), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("lumina.store.calls")
        .description("Calls of stores, with retries")
        .tags("store", store, "operation", kind.operation())
        .tags("outcome", kind.failed() ? "error" : "ok")
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
