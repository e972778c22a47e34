package lumina.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `message_read` events; sends nothing to a person whom a block separates
/// from the other.
@LiveEvent(type = "message_read", data = ReadEvents.MessageRead.class)
@Component
class ReadEvents implements EventDetails {
  private final PersonSummaries summaries;

  ReadEvents(PersonSummaries summaries) {
    this.summaries = summaries;
  }

  /// @param userId who has read up to this message
  /// @param timestamp of the message, in milliseconds since 1970
  record MessageRead(long userId, String messageId, long timestamp) {}

  @Override
  public String type() {
    return "message_read";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<Long, PersonSummary> faces =
        summaries.of(reader, events.stream().map(ReadEvents::who).collect(Collectors.toSet()));
    return event ->
        PersonSummary.isVisible(faces, who(event))
            ? Optional.of(new Detailed(type(), event))
            : Optional.empty();
  }

  private static long who(JsonNode event) {
    return event.path("user_id").asLong();
  }
}
