package lumina.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import lumina.message.Message.PersonReaction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `message_reaction` events: the reactions to a message now.
@LiveEvent(type = "message_reaction", data = ReactionEvents.MessageReaction.class)
@Component
class ReactionEvents implements EventDetails {
  private final MessageEvents messages;

  ReactionEvents(MessageEvents messages) {
    this.messages = messages;
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
    Function<JsonNode, Optional<Message>> seen = messages.seen(reader, events);
    return event ->
        seen.apply(event)
            .filter(it -> !it.deleted())
            .map(it -> new Detailed(type(), MessageReaction.of(it)));
  }
}
