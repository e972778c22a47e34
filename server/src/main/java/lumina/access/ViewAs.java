package lumina.access;

import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Lets owners look at their own page as others do. They see it by the same policy as the others,
/// so it never shows more than the owner sees.
public final class ViewAs {
  private ViewAs() {}

  /// The viewer by whose rights a page is read.
  ///
  /// @param owner the person whose page it is
  /// @param word `friend` for any friend of the owner, `public` for everyone; null or empty for the
  ///   viewer
  /// @throws Problem.Forbidden if the page belongs to somebody else
  public static Viewer eyes(Viewer viewer, long owner, @Nullable String word) {
    if (word == null || word.isEmpty()) {
      return viewer;
    }
    Permission.toViewAsOthers(owner).require(viewer.userId());
    return switch (word) {
      case "friend" -> new Viewer.FriendOf(owner);
      case "public" -> new Viewer.AnyoneBut(owner);
      default -> throw new Problem.Invalid("view_as", "invalid_field", "View as friend or public.");
    };
  }
}
