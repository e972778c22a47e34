package lumina.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lumina.access.Viewer.Person;
import tools.jackson.databind.JsonNode;

/// Looks up what events of one type tell, when they are sent. The log holds ids alone, so words go
/// with what they belong to: what is deleted, or hidden from the reader, is not told any more.
public interface EventDetails {
  /// @param type may be another one: news of something that is gone tells that it is gone
  record Detailed(String type, Object data) {}

  /// The `type` of the events it knows.
  String type();

  /// Reads what all these events need in a fixed number of calls.
  ///
  /// @param events what the log holds of each
  /// @return what the reader is told of each, empty for nothing
  Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events);
}
