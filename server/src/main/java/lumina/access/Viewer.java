package lumina.access;

/// The person or anonymous client who makes a request. Controllers receive it as an argument;
/// stores decide by it what is visible. Endpoints that require an account take a [Person].
public sealed interface Viewer {
  /// A person who is signed in.
  record Person(long userId, String username) implements Viewer {}

  /// Any friend of a person: owners preview their own page as their friends see it.
  record FriendOf(long personId) implements Viewer {}

  /// A client that is not signed in.
  record Anonymous() implements Viewer {}

  /// The id of the person; 0 for all others, because no person has this id.
  default long userId() {
    return 0;
  }

  default boolean is(long otherUserId) {
    return userId() == otherUserId && otherUserId != 0;
  }
}
