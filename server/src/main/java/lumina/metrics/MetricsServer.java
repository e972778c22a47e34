package lumina.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.storage.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Answers `GET /metrics` on a port of its own (`METRICS_PORT`), which visitors of the place cannot
/// reach. By default only this machine can (`METRICS_LISTEN`).
@Component
@ConditionalOnWebApplication
class MetricsServer implements SmartInitializingSingleton, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MetricsServer.class);
  private static final String PATH = "/metrics";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Metrics metrics;
  private final String port;
  private final String address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable HttpServer server;

  MetricsServer(
      Metrics metrics,
      @Value("${lumina.metrics.port}") String port,
      @Value("${lumina.metrics.listen}") String address) {
    this.metrics = metrics;
    this.port = port.strip();
    this.address = address.strip();
  }

  /// @throws StartRefused if it cannot listen there
  @Override
  public void afterSingletonsInstantiated() {
    metrics.readable().ifPresent(this::start);
  }

  private void start(PrometheusMeterRegistry registry) {
    try {
      InetAddress host = InetAddress.getByName(address);
      HttpServer started =
          HttpServer.create(new InetSocketAddress(host, Integer.parseInt(port)), 0);
      started.createContext("/", exchange -> answer(exchange, registry));
      started.setExecutor(threads);
      started.start();
      server = started;
      log.info("Metrics are at http://{}:{}{}", address, started.getAddress().getPort(), PATH);
    } catch (IOException refused) {
      throw new StartRefused(
          "Metrics cannot be served at %s, port %s (%s): check METRICS_LISTEN and METRICS_PORT."
              .formatted(address, port, refused.getMessage()));
    }
  }

  private static void answer(HttpExchange exchange, PrometheusMeterRegistry registry)
      throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(NOT_FOUND, -1);
      } else if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
      } else {
        byte[] text = registry.scrape().getBytes(UTF_8);
        exchange
            .getResponseHeaders()
            .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(OK, head ? -1 : text.length);
        if (!head) {
          exchange.getResponseBody().write(text);
        }
      }
    }
  }

  /// The port on which it listens; 0 if it does not.
  int port() {
    HttpServer started = server;
    return started == null ? 0 : started.getAddress().getPort();
  }

  @Override
  public void close() {
    HttpServer started = server;
    if (started != null) {
      started.stop(0);
    }
    threads.shutdownNow();
  }
}
