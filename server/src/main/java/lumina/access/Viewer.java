package lumina.access;

/// Who is asking. Controllers take one as an argument; stores decide by it what is visible.
///
/// @param friendOf somebody whose friend this viewer is taken for without being it, or 0: how
///   owners look at their own page as their friends do
public record Viewer(long userId, String username, long friendOf) {
  /// Somebody who is not signed in; no person has the id 0.
  public static final Viewer ANONYMOUS = new Viewer(0, "");

  public Viewer(long userId, String username) {
    this(userId, username, 0);
  }

  /// Some friend or other of this person.
  public static Viewer friendOf(long userId) {
    return new Viewer(0, "", userId);
  }

  public boolean is(long otherUserId) {
    return userId == otherUserId && userId != 0;
  }
}
