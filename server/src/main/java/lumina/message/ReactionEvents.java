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
import lumina.message.Message.PersonReaction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `message_reaction` events: the reactions to a message now.
@LiveEvent(type = "message_reaction", data = ReactionEvents.MessageReaction.class)
@Component
class ReactionEvents implements EventDetails {
  private final MessageStore messages;
  private final UserStore users;

  ReactionEvents(MessageStore messages, UserStore users) {
    this.messages = messages;
    this.users = users;
  }

  /// The two people react so to a message.
  record MessageReaction(
      String messageId, long fromUserId, long toUserId, List<PersonReaction> reactions) {
    static MessageReaction of(Message message) {
      return new MessageReaction(
          message.messageId(), message.fromUserId(), message.toUserId(), message.reactions());
    }
  }

  @Override
  public String type() {
    return "message_reaction";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<String, Message> found =
        messages.among(events.stream().map(MessageEvents::key).collect(Collectors.toSet()));
    Set<Long> others =
        found.values().stream().map(it -> it.other(reader.userId())).collect(Collectors.toSet());
    Map<Long, PersonSummary> faces = users.summaries(reader, others);
    return event ->
        Optional.ofNullable(found.get(MessageEvents.key(event).messageId()))
            .filter(it -> !it.deleted())
            .filter(it -> PersonSummary.isVisible(faces, it.other(reader.userId())))
            .map(it -> new Detailed(type(), MessageReaction.of(it)));
  }
}
