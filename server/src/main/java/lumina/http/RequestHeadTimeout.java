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

/// HTTP whose heads must be whole some time after their first byte, or the connection is closed.
/// Tomcat by itself bounds only the pauses in a head, and so lets one crawl for hours.
public final class RequestHeadTimeout extends Http11NioProtocol {
  private volatile long seconds = Long.MAX_VALUE;

  @Override
  public void start() throws Exception {
    super.start();
    var _ = getUtilityExecutor().scheduleWithFixedDelay(this::closeLate, 1, 1, TimeUnit.SECONDS);
  }

  private void closeLate() {
    for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
      // Whoever holds it is reading from it just now: it is looked at again.
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

  /// A connection has a processor to itself while it waits for more of a head, and otherwise only
  /// where it was upgraded or is answered later.
  private boolean isLate(SocketWrapperBase<?> connection) {
    return connection.getCurrentProcessor() instanceof Processor processor
        && !processor.isUpgrade()
        && !processor.isAsync()
        && isLate(processor.getRequest().getStartTimeNanos());
  }

  private boolean isLate(long firstByte) {
    return firstByte >= 0 && System.nanoTime() - firstByte > TimeUnit.SECONDS.toNanos(seconds);
  }

  @Configuration
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
