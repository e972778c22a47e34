package lumina.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.account.PersonSummary;
import lumina.account.UserStore;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.message.MessageStore.MessageKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `message` events: the current message, as the list has it for the
/// reader. A deleted message is sent as deleted.
@LiveEvent(type = "message", data = MessageJson.class)
@LiveEvent(type = "message_deleted", data = MessageEvents.MessageDeleted.class)
@Component
class MessageEvents implements EventDetails {
  private final MessageStore messages;
  private final MessageReading reading;
  private final UserStore users;

  MessageEvents(MessageStore messages, MessageReading reading, UserStore users) {
    this.messages = messages;
    this.reading = reading;
    this.users = users;
  }

  record MessageDeleted(String messageId) {}

  /// The data of a message in the log.
  record Ids(String messageId, long fromUserId, long toUserId) {
    static Ids of(Message message) {
      return new Ids(message.messageId(), message.fromUserId(), message.toUserId());
    }
  }

  @Override
  public String type() {
    return "message";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Function<JsonNode, Optional<Message>> seen = seen(reader, events);
    List<Message> messages =
        events.stream().flatMap(event -> seen.apply(event).stream()).distinct().toList();
    Map<String, Detailed> told =
        reading.json(reader, messages).stream()
            .collect(Collectors.toMap(MessageJson::messageId, MessageEvents::told));
    return event -> Optional.ofNullable(told.get(key(event).messageId()));
  }

  /// Reads the messages of events, without those with people whom the reader does not see.
  Function<JsonNode, Optional<Message>> seen(Person reader, List<JsonNode> events) {
    Map<String, Message> found =
        messages.among(events.stream().map(MessageEvents::key).collect(Collectors.toSet()));
    Set<Long> others =
        found.values().stream().map(it -> it.other(reader.userId())).collect(Collectors.toSet());
    Map<Long, PersonSummary> faces = users.summaries(reader, others);
    return event ->
        Optional.ofNullable(found.get(key(event).messageId()))
            .filter(it -> PersonSummary.isVisible(faces, it.other(reader.userId())));
  }

  private static MessageKey key(JsonNode event) {
    return new MessageKey(
        event.path("from_user_id").asLong(),
        event.path("to_user_id").asLong(),
        event.path("message_id").asString());
  }

  private static Detailed told(MessageJson message) {
    return message.deleted()
        ? new Detailed("message_deleted", new MessageDeleted(message.messageId()))
        : new Detailed("message", message);
  }
}
