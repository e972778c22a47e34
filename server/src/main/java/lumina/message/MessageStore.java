package lumina.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages, by conversation. Every read names one of the two people, so nobody reads a third
/// one's.
interface MessageStore {
  /// @param fromUsername of who writes
  /// @param clientId what the sender's program calls it: it makes no second message of the same
  ///   name to the same person
  record NewMessage(
      long from,
      String fromUsername,
      long to,
      String text,
      @Nullable String photoId,
      @Nullable String clientId) {}

  /// Keeps a message, with both sides of the conversation, as one.
  ///
  /// @return the message, or the first one that its sender's program called so
  Message add(NewMessage message);

  Optional<Message> find(long me, String messageId);

  Optional<Message> find(long me, long other, String messageId);

  /// What tells where a message is.
  record MessageKey(long from, long to, String messageId) {
    static MessageKey of(Message message) {
      return new MessageKey(message.fromUserId(), message.toUserId(), message.messageId());
    }
  }

  /// These messages, by their ids, in a fixed number of calls; those that are not there (any more)
  /// are not in it.
  Map<String, Message> among(Collection<MessageKey> keys);

  /// The message that the sender's program called so before, to the same person.
  Optional<Message> findByClientId(NewMessage message);

  /// Those after a sort key, oldest first.
  List<Message> after(long me, long other, long sortKey, int limit);

  /// Those just before a sort key, oldest first.
  List<Message> before(long me, long other, long sortKey, int limit);

  /// Takes what it says away; its sort key stays. It does not count as unread any more.
  void empty(Message message);
}
