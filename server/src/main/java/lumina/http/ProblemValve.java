package lumina.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.http.problem.ProblemBody;
import lumina.id.Id;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Turns errors of Tomcat itself (a broken request line, an unfinished header) into problems. A URL
/// that Tomcat cannot decode (`%ff`) is 404.
public class ProblemValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      if (isUnreadable(request.getRequestURI(), response.getStatus())) {
        ProblemBody.write(Id.nothing(), response);
      } else {
        ProblemBody.write(response.getStatus(), response);
      }
    } catch (IOException gone) {
      return;
    }
  }

  /// Tomcat reports an invalid escape with the same 400 as any other error.
  private static boolean isUnreadable(@Nullable String address, int status) {
    return status == HttpServletResponse.SC_BAD_REQUEST && address != null && address.contains("%");
  }

  @Configuration(proxyBeanMethods = false)
  static class Installation {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
      return tomcat ->
          tomcat.addContextCustomizers(
              context -> {
                if (context.getParent() instanceof StandardHost host) {
                  host.setErrorReportValveClass(ProblemValve.class.getName());
                }
              });
    }
  }
}
