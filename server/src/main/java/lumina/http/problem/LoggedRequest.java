package lumina.http.problem;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// Adds the request id to every line of a log in JSON; it is empty outside of requests.
final class LoggedRequest implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {
  @Override
  public void customize(JsonWriter.Members<ILoggingEvent> line) {
    line.add(
        "request_id", event -> event.getMDCPropertyMap().getOrDefault(SecurityLog.REQUEST, ""));
  }
}
