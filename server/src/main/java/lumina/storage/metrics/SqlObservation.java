package lumina.storage.metrics;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import lumina.metrics.Metrics;
import lumina.metrics.StoreCalls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Lets the metrics see all statements and pools. Without metrics everything stays as it is.
@Component
class SqlObservation implements BeanPostProcessor {
  private final ObjectProvider<Metrics> metrics;

  SqlObservation(ObjectProvider<Metrics> metrics) {
    this.metrics = metrics;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof JdbcTemplate sql) {
      return registry()
          .<Object>map(registry -> new SqlCalls(sql, new StoreCalls(registry, "sql")))
          .orElse(sql);
    }
    if (bean instanceof HikariDataSource pool) {
      registry()
          .map(MicrometerMetricsTrackerFactory::new)
          .ifPresent(pool::setMetricsTrackerFactory);
    }
    return bean;
  }

  private Optional<MeterRegistry> registry() {
    return Metrics.registryOf(metrics);
  }
}
