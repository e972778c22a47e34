package lumina.demo;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Makes the demo listen on this machine only, whatever `LISTEN` is, unless `DEMO_PASSWORD`
/// replaces the well-known password.
@Component
@ConditionalOnProperty("lumina.demo-photos")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoListening implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
  private final String password;

  /// @param password empty for the well-known one
  DemoListening(@Value("${lumina.demo-password}") String password) {
    this.password = password;
  }

  @Override
  public void customize(ConfigurableServletWebServerFactory server) {
    if (password.isEmpty()) {
      server.setAddress(InetAddress.getLoopbackAddress());
    }
  }
}
