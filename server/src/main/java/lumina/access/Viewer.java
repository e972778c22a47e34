package lumina.access;

/// Who is asking. Controllers take one as an argument; stores decide by it what is visible. What
/// only people with an account do takes a [Person].
public sealed interface Viewer {
  /// Somebody who is signed in.
  record Person(long userId, String username) implements Viewer {}

  /// Some friend or other of a person: how owners look at their own page as their friends do.
  record FriendOf(long personId) implements Viewer {}

  /// Somebody who is not signed in.
  record Anonymous() implements Viewer {}

  /// The id of a person, 0 for all others: no person has it.
  default long userId() {
    return 0;
  }

  default boolean is(long otherUserId) {
    return userId() == otherUserId && otherUserId != 0;
  }
}
