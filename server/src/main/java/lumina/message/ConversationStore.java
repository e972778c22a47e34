package lumina.message;

import java.util.List;

/// Each person's side of their conversations: the last message, how many are unread, how far they
/// have read.
interface ConversationStore {
  /// @param unread how many of the other's
  /// @param readUntil the time of the newest message of mine that they have read, 0 for none
  record Conversation(long otherId, Message last, long unread, long readUntil) {}

  boolean exists(long me, long other);

  /// Marks what the other wrote up to a message as read.
  ///
  /// @return whether anything changed
  boolean read(long me, long other, Message newest);

  /// The latest first, those whose last message is before a sort key, at most `rows`.
  List<Conversation> of(long me, long before, int rows);

  /// How many conversations have something unread.
  long unread(long me);

  /// Takes all conversations of somebody who leaves away, for both sides, with their messages.
  void forgetPerson(long userId);
}
