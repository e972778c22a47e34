package lumina.account;

/// Who is asking. Controllers take one as an argument; stores decide by it what is visible.
public record Viewer(long userId, String username) {
  /// Somebody who is not signed in; no person has the id 0.
  public static final Viewer ANONYMOUS = new Viewer(0, "");

  public boolean is(long otherUserId) {
    return userId == otherUserId && userId != 0;
  }
}
