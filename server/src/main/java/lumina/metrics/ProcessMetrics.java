package lumina.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import lumina.storage.DataFolder;
import lumina.storage.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Shows the process: its version, memory, threads, files, processor time and disk.
@Component
@ConditionalOnWebApplication
class ProcessMetrics implements AutoCloseable {
  private final DataFolder folder;
  private @Nullable JvmGcMetrics collections;

  ProcessMetrics(Metrics metrics, DataFolder folder) {
    this.folder = folder;
    metrics.registry().ifPresent(this::bind);
  }

  private void bind(MeterRegistry registry) {
    Gauge.builder("lumina.info", () -> 1)
        .description("The version that runs")
        .tag("version", Version.running())
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new DiskSpaceMetrics(folder.root().toFile()).bindTo(registry);
    collections = new JvmGcMetrics();
    collections.bindTo(registry);
  }

  @Override
  public void close() {
    if (collections != null) {
      collections.close();
    }
  }
}
