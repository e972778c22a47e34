package lumina.message;

import java.util.List;

/// Stores each person's side of their conversations: the last message, the number of unread
/// messages, and how far they have read.
interface ConversationStore {
  /// @param unread number of unread messages of the other person
  /// @param readUntil the time of the newest message of mine that the other person has read, 0 for
  ///   none
  record Conversation(long otherId, Message last, long unread, long readUntil) {}

  boolean exists(long me, long other);

  /// Marks the other person's messages as read, up to this one.
  ///
  /// @return whether anything changed
  boolean read(long me, long other, Message newest);

  /// Returns conversations whose last message is before a sort key, the latest first, at most
  /// `rows`.
  List<Conversation> of(long me, long before, int rows);

  /// Counts the conversations with unread messages.
  long unread(long me);

  /// Deletes all conversations of a person who deletes their account, for both sides, with the
  /// messages.
  void forgetPerson(long userId);
}
