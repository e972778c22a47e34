package lumina.message;

import java.util.List;
import java.util.function.Consumer;
import lumina.account.Belongings;
import lumina.message.ConversationStore.Conversation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All that somebody wrote and was written.
@Component
class Correspondence implements Belongings {
  private static final int SOME = 100;

  /// A message, as one takes it along; `timestamp` in milliseconds since 1970.
  private record Letter(
      String fromUsername, long toUserId, String text, @Nullable String photoId, long timestamp) {}

  private final ConversationStore conversations;
  private final MessageStore messages;

  Correspondence(ConversationStore conversations, MessageStore messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    List<Conversation> some = conversations.of(userId, Long.MAX_VALUE, SOME);
    while (!some.isEmpty()) {
      some.forEach(conversation -> each(userId, conversation.otherId(), taker));
      some = conversations.of(userId, some.getLast().last().sequence(), SOME);
    }
  }

  private void each(long userId, long other, Consumer<Object> taker) {
    List<Message> some = messages.after(userId, other, 0, SOME);
    while (!some.isEmpty()) {
      some.stream().filter(message -> !message.deleted()).map(this::letter).forEach(taker);
      some = messages.after(userId, other, some.getLast().sequence(), SOME);
    }
  }

  private Letter letter(Message m) {
    return new Letter(m.fromUsername(), m.toUserId(), m.text(), m.photoId(), m.timestamp());
  }

  @Override
  public void forget(long userId) {
    conversations.forgetPerson(userId);
  }
}
