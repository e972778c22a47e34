package lumina;

import java.net.InetAddress;
import java.net.UnknownHostException;
import lumina.storage.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Sets the address on which the server listens (`LISTEN`): by default only this machine.
@Component
@Order(0)
class Listening implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
  private final InetAddress address;

  Listening(@Value("${lumina.listen}") String setting) {
    address = address(setting.strip());
  }

  private static InetAddress address(String setting) {
    try {
      return InetAddress.getByName(setting);
    } catch (UnknownHostException unknown) {
      throw new StartRefused(
          "LISTEN=%s is not an address of this machine: set it to 127.0.0.1 to accept only this"
                  .formatted(setting)
              + " machine, or to 0.0.0.0 to accept all.");
    }
  }

  @Override
  public void customize(ConfigurableServletWebServerFactory server) {
    server.setAddress(address);
  }
}
