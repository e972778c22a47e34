package lumina.http;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Closes connections on which a request head is not complete some time after its first byte.
/// Tomcat itself limits only the pauses between bytes, so that a slow head could take hours.
public final class RequestHeadTimeout extends Http11NioProtocol {
  private volatile long seconds = Long.MAX_VALUE;

  @Override
  public void start() throws Exception {
    super.start();
    var _ = getUtilityExecutor().scheduleWithFixedDelay(this::closeLate, 1, 1, TimeUnit.SECONDS);
  }

  private void closeLate() {
    for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
      // A thread that holds the lock is reading from this connection now; the next round checks it
      // again.
      if (isLate(connection) && connection.getLock().tryLock()) {
        try {
          if (isLate(connection)) {
            connection.close();
          }
        } finally {
          connection.getLock().unlock();
        }
      }
    }
  }

  /// A connection has a processor while its request head is incomplete; otherwise only after an
  /// upgrade or while a response is asynchronous.
  private boolean isLate(SocketWrapperBase<?> connection) {
    return connection.getCurrentProcessor() instanceof Processor processor
        && !processor.isUpgrade()
        && !processor.isAsync()
        && isLate(processor.getRequest().getStartTimeNanos());
  }

  private boolean isLate(long firstByte) {
    return firstByte >= 0 && System.nanoTime() - firstByte > TimeUnit.SECONDS.toNanos(seconds);
  }

  @Configuration(proxyBeanMethods = false)
  static class Wiring {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headDeadline(
        @Value("${lumina.head-seconds}") long seconds) {
      return tomcat -> {
        tomcat.setProtocol(RequestHeadTimeout.class.getName());
        tomcat.addConnectorCustomizers(
            connector -> {
              if (connector.getProtocolHandler() instanceof RequestHeadTimeout http) {
                http.seconds = seconds;
              }
            });
      };
    }
  }
}
