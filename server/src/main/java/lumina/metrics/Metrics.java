package lumina.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// The registry of all metrics. There is none if nobody reads them, so that nothing is recorded.
@Component
@ConditionalOnWebApplication
public class Metrics {
  private final @Nullable PrometheusMeterRegistry registry;

  Metrics(@Value("${lumina.metrics.port}") String port) {
    registry = port.isBlank() ? null : new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  /// Returns the registry for those who watch beans of every kind: commands have no metrics.
  public static Optional<MeterRegistry> registryOf(ObjectProvider<Metrics> metrics) {
    return metrics.stream().findAny().flatMap(Metrics::registry);
  }

  Optional<MeterRegistry> registry() {
    return Optional.ofNullable(registry);
  }

  /// All metrics in the format of Prometheus.
  Optional<PrometheusMeterRegistry> readable() {
    return Optional.ofNullable(registry);
  }
}
