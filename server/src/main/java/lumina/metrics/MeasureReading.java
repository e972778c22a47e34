package lumina.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the measures of all features: those of the database once a minute, however many ask, and
/// all others when somebody asks.
@Component
@ConditionalOnWebApplication
class MeasureReading implements SmartInitializingSingleton, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MeasureReading.class);

  private final Metrics metrics;
  private final ObjectProvider<Measured> features;
  private final TransactionTemplate reading;
  private final long pause;
  private final Map<Measure, Double> found = new ConcurrentHashMap<>();

  /// The registry does not keep them.
  private List<Measure> all = List.of();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("measures").factory());

  MeasureReading(
      Metrics metrics,
      ObjectProvider<Measured> features,
      PlatformTransactionManager transactions,
      @Value("${lumina.metrics.seconds}") long pause) {
    this.metrics = metrics;
    this.features = features;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.pause = pause;
  }

  @Override
  public void afterSingletonsInstantiated() {
    metrics.registry().ifPresent(this::start);
  }

  private void start(MeterRegistry registry) {
    all = features.stream().flatMap(it -> it.measures().stream()).toList();
    all.forEach(measure -> register(measure, registry));
    List<Measure> slow =
        all.stream().filter(it -> it.kind() == Measure.Kind.GAUGE_OF_DATABASE).toList();
    var _ = clock.scheduleWithFixedDelay(() -> read(slow), 0, pause, TimeUnit.SECONDS);
  }

  private void register(Measure measure, MeterRegistry registry) {
    List<Tag> tags =
        measure.labels().entrySet().stream().map(it -> Tag.of(it.getKey(), it.getValue())).toList();
    if (measure.kind() == Measure.Kind.COUNTER) {
      FunctionCounter.builder(measure.name(), measure, it -> it.read().getAsDouble())
          .description(measure.help())
          .tags(tags)
          .register(registry);
    } else {
      Gauge.builder(measure.name(), measure, this::value)
          .description(measure.help())
          .tags(tags)
          .register(registry);
    }
  }

  private double value(Measure measure) {
    return measure.kind() == Measure.Kind.GAUGE
        ? measure.read().getAsDouble()
        : found.getOrDefault(measure, Double.NaN);
  }

  /// What cannot be read has no value until it can be read again.
  private void read(List<Measure> measures) {
    try {
      reading.executeWithoutResult(
          transaction -> measures.forEach(it -> found.put(it, it.read().getAsDouble())));
    } catch (RuntimeException down) {
      found.clear();
      log.warn("Figures of the database could not be read: {}", down.toString());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
