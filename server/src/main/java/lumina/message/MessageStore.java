package lumina.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.id.SortKey;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;

/// Stores messages by conversation. Every read names one of its two people, so that nobody else can
/// read them.
interface MessageStore {
  /// @param fromUsername the sender's username
  /// @param clientId the id that the sender's client gave it: a second message to the same person
  ///   with this id is not stored
  /// @param replyTo the id of another message of the conversation
  record NewMessage(
      long from,
      String fromUsername,
      long to,
      String text,
      @Nullable String photoId,
      @Nullable String clientId,
      @Nullable String replyTo) {
    Message sentAt(long now, String id) {
      return new Message(
          SortKey.of(now, id),
          id,
          from,
          fromUsername,
          to,
          text,
          photoId,
          clientId,
          now,
          false,
          replyTo,
          null,
          null);
    }
  }

  /// Adds a message and updates both sides of the conversation atomically.
  ///
  /// @return the new message, or the earlier one with the same `clientId`
  Message add(NewMessage message);

  Optional<Message> find(long me, String messageId);

  Optional<Message> find(long me, long other, String messageId);

  /// The fields that locate a message.
  record MessageKey(long from, long to, String messageId) {
    static MessageKey of(Message message) {
      return new MessageKey(message.fromUserId(), message.toUserId(), message.messageId());
    }
  }

  /// Returns messages by id, in a fixed number of calls (and one for each whose id another
  /// application made); messages that do not exist are missing from the result.
  Map<String, Message> among(Collection<MessageKey> keys);

  /// Finds the earlier message with the same `clientId` to the same person.
  Optional<Message> findByClientId(NewMessage message);

  /// Returns messages after a sort key, oldest first.
  List<Message> after(long me, long other, long sortKey, int limit);

  /// Returns the messages just before a sort key, oldest first.
  List<Message> before(long me, long other, long sortKey, int limit);

  /// Sets how one of the two people reacts to a message, unless it is deleted.
  ///
  /// @param reaction null to take it back
  /// @return the message afterwards, empty if it is deleted
  Optional<Message> react(Message message, long userId, @Nullable Reaction reaction);

  /// Deletes the content of a message, with its reactions; it stays in the list. It does not count
  /// as unread any more.
  void empty(Message message);
}
