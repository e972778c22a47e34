package lumina.message;

import org.jspecify.annotations.Nullable;

/// A message.
///
/// @param sortKey of it among all messages
/// @param text empty when it was deleted
/// @param photoId the photo that was attached, which the reader may or may not see
/// @param clientId what the sender's program calls it
/// @param timestamp milliseconds since 1970
record Message(
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

  /// The other person, for one of the two.
  long other(long userId) {
    return fromUserId == userId ? toUserId : fromUserId;
  }
}
