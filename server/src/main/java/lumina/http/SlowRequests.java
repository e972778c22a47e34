package lumina.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/// Ends requests with very slow bodies. A body may pause, as uploads do between two cells of a
/// phone network, but not for ever, and not again and again for a byte each.
@Configuration(proxyBeanMethods = false)
class SlowRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final long SLOWEST_BYTES_A_SECOND = 1_000;
  private final int pauseSeconds;

  /// @param pauseSeconds the longest pause in a body
  SlowRequests(@Value("${lumina.upload-pause-seconds}") int pauseSeconds) {
    this.pauseSeconds = pauseSeconds;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(pauseSeconds * 1_000);
          }
        });
    tomcat.addEngineValves(new Pacing(pauseSeconds));
  }

  private static final class Pacing extends ValveBase {
    private final int pauseSeconds;

    Pacing(int pauseSeconds) {
      super(true);
      this.pauseSeconds = pauseSeconds;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      InputBuffer body = request.getCoyoteRequest().getInputBuffer();
      request.getCoyoteRequest().setInputBuffer(new Paced(body, pauseSeconds, System.nanoTime()));
      try {
        getNext().invoke(request, response);
      } finally {
        request.getCoyoteRequest().setInputBuffer(body);
      }
    }
  }

  /// Allows one pause in total, and more time for each byte received.
  private static final class Paced implements InputBuffer {
    private final InputBuffer body;
    private final int pauseSeconds;
    private final long start;
    private long received;

    Paced(InputBuffer body, int pauseSeconds, long start) {
      this.body = body;
      this.pauseSeconds = pauseSeconds;
      this.start = start;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      int read = body.doRead(handler);
      received += Math.max(read, 0);
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      if (read > 0 && seconds > pauseSeconds + 1 + received / SLOWEST_BYTES_A_SECOND) {
        throw new SocketTimeoutException("Request body is too slow");
      }
      return read;
    }

    @Override
    public int available() {
      return body.available();
    }
  }
}
