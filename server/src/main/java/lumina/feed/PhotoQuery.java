package lumina.feed;

import lumina.http.list.Cursor;
import lumina.http.problem.Problem;
import lumina.photo.detail.PhotoText;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// The filter of a list of photos.
///
/// @param owner the owner of the photos, for scope [Scope#PROFILE]
/// @param topic compared without case, empty for any
/// @param tag compared without case, empty for any
/// @param words typed into the search box, empty for any
public record PhotoQuery(Scope scope, long owner, String topic, String tag, String words) {
  private static final int MAX_LENGTH = 200;

  /// The photos from which a list selects.
  public enum Scope {
    HOME,
    PROFILE,
    ALL
  }

  static PhotoQuery everythingOf(long owner) {
    return new PhotoQuery(Scope.PROFILE, owner, "", "", "");
  }

  /// @throws Problem.Invalid if there is no such scope
  static PhotoQuery of(Scope scope, long owner, Filter filter) {
    return new PhotoQuery(
        scope,
        owner,
        PhotoText.key(Text.optional("topic", filter.topic(), MAX_LENGTH)),
        PhotoText.tag("tag", filter.tag() == null ? "" : filter.tag(), MAX_LENGTH),
        Text.optional("q", filter.q(), MAX_LENGTH));
  }

  boolean isPlainHome() {
    return scope == Scope.HOME && topic.isEmpty() && tag.isEmpty() && words.isEmpty();
  }

  static Scope scope(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "", "home" -> Scope.HOME;
      case "profile" -> Scope.PROFILE;
      case "all" -> Scope.ALL;
      default ->
          throw new Problem.Invalid(
              "scope", "invalid_scope", "The scope is one of home, profile, all.");
    };
  }

  /// The filter in the query parameters.
  record Filter(@Nullable String topic, @Nullable String tag, @Nullable String q) {}

  Cursor cursor(long viewerId) {
    return new Cursor("photos " + viewerId + " " + this);
  }
}
