package lumina.access;

/// The person or anonymous client who makes a request. Controllers receive it as an argument;
/// stores decide by it what is visible. Endpoints that require an account take a [Person].
public sealed interface Viewer {
  /// A person who is signed in.
  record Person(long userId, String username) implements Viewer {}

  /// Whoever an owner looks at their own page as. It hides what blocks hide from the owner, who
  /// must not read there what is hidden from them elsewhere.
  sealed interface Preview extends Viewer {
    /// The owner.
    long personId();

    @Override
    default long hiddenFrom() {
      return personId();
    }
  }

  /// Any friend of a person: owners preview their own page as their friends see it.
  record FriendOf(long personId) implements Preview {}

  /// Anybody: owners preview their own page as everyone sees it.
  record AnyoneBut(long personId) implements Preview {}

  /// A client that is not signed in.
  record Anonymous() implements Viewer {}

  /// A viewer who has opened a share link. They see only what the link shows, see [Visibility];
  /// only addresses under `/api/s` take them.
  ///
  /// @param shareId the link
  /// @param userId of the person, if they are signed in; negative for a guest who is known by a
  ///   cookie, and 0 for all others
  /// @param username empty if it is unknown
  record Guest(String shareId, long userId, String username) implements Viewer {}

  /// The id as an author: of a person, or negative of a guest; 0 for all others, because nobody has
  /// this id.
  default long userId() {
    return 0;
  }

  /// The person from whom blocks hide what others say.
  default long hiddenFrom() {
    return userId();
  }

  default String username() {
    return "";
  }

  /// Whether an author is a guest without an account.
  static boolean isGuest(long authorId) {
    return authorId < 0;
  }

  default boolean is(long otherUserId) {
    return userId() == otherUserId && otherUserId != 0;
  }
}
