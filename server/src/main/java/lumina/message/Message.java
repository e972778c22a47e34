package lumina.message;

import org.jspecify.annotations.Nullable;

/// A message.
///
/// @param sortKey its sort key among all messages
/// @param text empty if the message was deleted
/// @param photoId the attached photo, which the reader may not be allowed to see
/// @param clientId the id that the sender's client gave it
/// @param timestamp milliseconds since 1970
public record Message(
    long sortKey,
    String messageId,
    long fromUserId,
    String fromUsername,
    long toUserId,
    String text,
    @Nullable String photoId,
    @Nullable String clientId,
    long timestamp,
    boolean deleted) {

  /// Returns the other of the two people.
  long other(long userId) {
    return fromUserId == userId ? toUserId : fromUserId;
  }
}
