package lumina.message;

import java.util.List;
import lumina.message.Message.PersonReaction;
import lumina.photo.PhotoJson;
import lumina.text.Excerpt;
import org.jspecify.annotations.Nullable;

/// A message as clients get it.
///
/// @param photo the attached photo, if this reader may see it now
/// @param replyTo the message to which it replies, or null
/// @param reactions of the two people
/// @param photoGone whether there is an attached photo that this reader cannot see (any more)
record MessageJson(
    String messageId,
    long fromUserId,
    String fromUsername,
    long toUserId,
    String text,
    long timestamp,
    @Nullable String clientId,
    @Nullable String photoId,
    @Nullable PhotoJson photo,
    boolean photoGone,
    boolean deleted,
    @Nullable QuotedMessage replyTo,
    List<PersonReaction> reactions) {

  /// What a message replies to.
  ///
  /// @param userId who wrote it; null with all that follows if there is no such message any more
  /// @param text the beginning of it, at most 120 characters; empty for a photo without words, null
  ///   if the message was deleted
  record QuotedMessage(
      String messageId, @Nullable Long userId, @Nullable String username, @Nullable String text) {
    static QuotedMessage of(Message quoted) {
      return new QuotedMessage(
          quoted.messageId(),
          quoted.fromUserId(),
          quoted.fromUsername(),
          quoted.deleted() ? null : Excerpt.of(quoted.text(), Excerpt.OF_REPLY));
    }

    static QuotedMessage gone(String messageId) {
      return new QuotedMessage(messageId, null, null, null);
    }
  }

  /// @param photo the attached photo, if this reader may see it now
  static MessageJson of(Message m, @Nullable PhotoJson photo, @Nullable QuotedMessage replyTo) {
    boolean gone = m.photoId() != null && photo == null;
    return new MessageJson(
        m.messageId(),
        m.fromUserId(),
        m.fromUsername(),
        m.toUserId(),
        m.text(),
        m.timestamp(),
        m.clientId(),
        gone ? null : m.photoId(),
        photo,
        gone,
        m.deleted(),
        m.deleted() ? null : replyTo,
        m.reactions());
  }
}
