package lumina;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Logs the URL of the server once it accepts requests.
@Component
class Address {
  private static final Logger log = LoggerFactory.getLogger(Address.class);

  /// Before all other messages about the started server.
  @Order(0)
  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext server
        && server.getWebServer() != null) {
      log.info("Lumina is at http://localhost:{}", server.getWebServer().getPort());
    }
  }
}
