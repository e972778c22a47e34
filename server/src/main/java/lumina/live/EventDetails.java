package lumina.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lumina.access.Viewer.Person;
import tools.jackson.databind.JsonNode;

/// Looks up the details of events of one type when they are sent. The log holds only ids, so texts
/// disappear together with what they belong to: what is deleted, or hidden from the reader, is not
/// sent any more.
public interface EventDetails {
  /// @param type may differ from the event's: an event about a deleted thing says that it was
  ///   deleted
  record Detailed(String type, Object data) {}

  /// The `type` of the events that it looks up.
  String type();

  /// Looks up the details of all these events in a fixed number of calls.
  ///
  /// @param events the data of each event in the log
  /// @return what to send to the reader for each, empty for nothing
  Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events);
}
