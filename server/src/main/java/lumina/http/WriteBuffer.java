package lumina.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The buffer from which Tomcat writes to a socket. Twice the default, so that a thumbnail leaves
/// with its headers in one write; not more, because each open connection has one.
@Configuration(proxyBeanMethods = false)
class WriteBuffer {
  private static final int BYTES = 16 * 1024;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> biggerWriteBuffer() {
    return tomcat ->
        tomcat.addConnectorCustomizers(
            connector -> connector.setProperty("socket.appWriteBufSize", String.valueOf(BYTES)));
  }
}
