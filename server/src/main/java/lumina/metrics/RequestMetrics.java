package lumina.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// Counts and times requests, by method, route and status. A route is the pattern of a controller,
/// never a path: paths hold ids, and everybody can invent some.
@Component
@ConditionalOnWebApplication
class RequestMetrics implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /// Requests that are refused before a controller is chosen.
  private static final String NO_ROUTE = "none";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Metrics metrics;

  RequestMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    metrics.registry().ifPresent(registry -> tomcat.addEngineValves(new Timing(registry)));
  }

  private record Kind(String method, String route, int status) {
    static Kind of(Request request, Response response) {
      Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
      return new Kind(method, route == null ? NO_ROUTE : route.toString(), response.getStatus());
    }
  }

  private static final class Timing extends ValveBase {
    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final AtomicInteger active = new AtomicInteger();

    Timing(MeterRegistry registry) {
      super(true);
      this.registry = registry;
      Gauge.builder("http.server.requests.active", active, AtomicInteger::get)
          .description("Requests that are being answered")
          .register(registry);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      long begin = System.nanoTime();
      active.incrementAndGet();
      try {
        getNext().invoke(request, response);
      } finally {
        active.decrementAndGet();
        timers
            .computeIfAbsent(Kind.of(request, response), this::timer)
            .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
      }
    }

    private Timer timer(Kind kind) {
      return Timer.builder("http.server.requests")
          .description("Requests, until the last byte of the answer")
          .tags("method", kind.method(), "route", kind.route())
          .tags("status", String.valueOf(kind.status()))
          .serviceLevelObjectives(BUCKETS)
          .register(registry);
    }
  }
}
