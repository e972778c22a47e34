package lumina.message;

import java.util.List;
import java.util.function.Consumer;
import lumina.account.PersonalData;
import lumina.http.list.Page;
import lumina.id.SortKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Exports all messages that a person sent and received.
@Component
class MessageExport implements PersonalData {
  private static final int BATCH_SIZE = 100;

  /// A message in the export; `timestamp` in milliseconds since 1970.
  private record ExportedMessage(
      String messageId,
      String fromUsername,
      long toUserId,
      String text,
      @Nullable String photoId,
      long timestamp,
      @Nullable String replyTo,
      List<Message.PersonReaction> reactions) {}

  private final ConversationStore conversations;
  private final MessageStore messages;

  MessageExport(ConversationStore conversations, MessageStore messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    Page.each(
        SortKey.NEWEST,
        before -> conversations.of(userId, before, BATCH_SIZE),
        conversation -> conversation.last().sortKey(),
        conversation -> each(userId, conversation.otherId(), taker));
  }

  private void each(long userId, long other, Consumer<Object> taker) {
    Page.each(
        0,
        after -> messages.after(userId, other, after, BATCH_SIZE),
        Message::sortKey,
        message -> {
          if (!message.deleted()) {
            taker.accept(letter(message));
          }
        });
  }

  private ExportedMessage letter(Message m) {
    return new ExportedMessage(
        m.messageId(),
        m.fromUsername(),
        m.toUserId(),
        m.text(),
        m.photoId(),
        m.timestamp(),
        m.replyTo(),
        m.reactions());
  }

  @Override
  public void forget(long userId) {
    conversations.forgetPerson(userId);
  }
}
