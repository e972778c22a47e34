package lumina.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class DemoListeningTest {
  @Test
  void only_this_machine_can_log_in_with_the_well_known_password() throws UnknownHostException {
    assertThat(addressWith("").isLoopbackAddress()).isTrue();
    assertThat(addressWith("harbour lights").isAnyLocalAddress()).isTrue();
  }

  /// The address to listen on after `LISTEN=0.0.0.0`.
  private static InetAddress addressWith(String password) throws UnknownHostException {
    TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
    server.setAddress(InetAddress.getByName("0.0.0.0"));
    new DemoListening(password).customize(server);
    return requireNonNull(server.getAddress());
  }
}
