package lumina.feed;

import lumina.http.problem.Problem;
import lumina.photo.detail.PhotoText;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// The filter of a list of photos.
///
/// @param owner the owner of the photos, for scope [Scope#PROFILE]
/// @param topic compared without case, empty for any
/// @param tag compared without case, empty for any
/// @param words typed into the search box, empty for any
public record PhotoQuery(Scope scope, long owner, String topic, String tag, String words) {
  private static final FieldLimit TOPIC = new FieldLimit("topic", 200);
  private static final FieldLimit TAG = new FieldLimit("tag", 200);
  private static final FieldLimit WORDS = new FieldLimit("q", 200);

  /// The photos from which a list selects.
  public enum Scope {
    HOME,
    PROFILE,
    ALL,
    /// All photos of the viewer, also those in the trash; not for clients.
    EVERYTHING;

    static Scope named(@Nullable String word) {
      return switch (word == null ? "" : word) {
        case "", "home" -> HOME;
        case "profile" -> PROFILE;
        case "all" -> ALL;
        default ->
            throw new Problem.Invalid(
                "scope", "invalid_scope", "The scope is one of home, profile, all.");
      };
    }
  }

  static PhotoQuery everythingOf(long owner) {
    return new PhotoQuery(Scope.EVERYTHING, owner, "", "", "");
  }

  /// @throws Problem.Invalid if there is no such scope
  static PhotoQuery of(Scope scope, long owner, Filter filter) {
    return new PhotoQuery(
        scope,
        owner,
        PhotoText.key(Text.optional(TOPIC, filter.topic())),
        PhotoText.tag(TAG, filter.tag() == null ? "" : filter.tag()),
        Text.optional(WORDS, filter.q()));
  }

  boolean isPlainHome() {
    return scope == Scope.HOME && topic.isEmpty() && tag.isEmpty() && words.isEmpty();
  }

  /// The filter in the query parameters.
  record Filter(@Nullable String topic, @Nullable String tag, @Nullable String q) {}
}
