package lumina.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import lumina.http.problem.RequestId;
import lumina.http.problem.SecurityLog;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connection of a request.
record Connection(org.apache.coyote.@Nullable Request wire) {
  private static final String NAME = Connection.class.getName();

  static Connection of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof Connection its ? its : new Connection(null);
  }

  /// Whether the client has closed the connection. Between a complete request and its response a
  /// client sends nothing, so readable input can only be the end of the stream.
  boolean isClosed() {
    if (wire == null) {
      return false;
    }
    AtomicBoolean whole = new AtomicBoolean();
    wire.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
    if (whole.get()) {
      wire.action(ActionCode.AVAILABLE, true);
    }
    return whole.get() && wire.getAvailable() > 0;
  }

  private static final class Noting extends ValveBase {
    private Noting() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      request.setAttribute(NAME, new Connection(request.getCoyoteRequest()));
      String id =
          isProxied(request)
              ? RequestId.ofProxy(request.getHeader(RequestId.HEADER))
              : RequestId.fresh();
      response.setHeader(RequestId.HEADER, id);
      MDC.put(SecurityLog.REQUEST, id);
      MDC.put(SecurityLog.ADDRESS, request.getRemoteAddr());
      try {
        getNext().invoke(request, response);
      } finally {
        SecurityLog.forget();
      }
    }

    /// Whether a trusted proxy (`TRUSTED_PROXIES`) passes it on for a client.
    private static boolean isProxied(Request request) {
      return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Installation {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> notedConnections() {
      return tomcat -> tomcat.addEngineValves(new Noting());
    }
  }
}
