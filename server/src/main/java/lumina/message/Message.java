package lumina.message;

import java.util.List;
import java.util.stream.Stream;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;

/// A message.
///
/// @param sortKey its sort key among all messages
/// @param text empty if the message was deleted
/// @param photoId the attached photo, which the reader may not be allowed to see
/// @param clientId the id that the sender's client gave it
/// @param timestamp milliseconds since 1970
/// @param replyTo the id of the message to which it replies
/// @param fromReaction the emoji of the sender's reaction
/// @param toReaction the emoji of the receiver's reaction
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
    boolean deleted,
    @Nullable String replyTo,
    @Nullable String fromReaction,
    @Nullable String toReaction) {

  /// Returns the other of the two people.
  long other(long userId) {
    return fromUserId == userId ? toUserId : fromUserId;
  }

  /// How one of the two people reacts to it.
  record PersonReaction(long userId, Reaction reaction) {
    private static Stream<PersonReaction> of(long userId, @Nullable String emoji) {
      return Stream.ofNullable(emoji)
          .map(known -> new PersonReaction(userId, Reaction.stored(known)));
    }
  }

  /// The reactions of the sender and of the receiver, as far as they have reacted.
  List<PersonReaction> reactions() {
    return Stream.concat(
            PersonReaction.of(fromUserId, fromReaction), PersonReaction.of(toUserId, toReaction))
        .toList();
  }
}
