package lumina.feed;

import java.util.stream.Stream;
import lumina.http.problem.Problem;
import lumina.photo.detail.PhotoText;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/// The filter of a list of photos.
///
/// @param owner the owner of the photos, for scope [Scope#PROFILE]
/// @param album the id of the album, for scope [Scope#ALBUM]
/// @param topic compared without case, empty for any
/// @param tag compared without case, empty for any
/// @param words typed into the search box, empty for any
public record PhotoQuery(
    Scope scope, long owner, String album, String topic, String tag, String words) {
  private static final FieldLimit TOPIC = new FieldLimit("topic", 200);
  private static final FieldLimit TAG = new FieldLimit("tag", 200);
  private static final FieldLimit WORDS = new FieldLimit("q", 200);

  /// The photos from which a list selects.
  public enum Scope {
    HOME,
    PROFILE,
    ALL,
    /// The photos of an album; clients name the album instead.
    ALBUM,
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
    return new PhotoQuery(Scope.EVERYTHING, owner, "", "", "", "");
  }

  /// The photos of an album, which has no filters.
  static PhotoQuery inAlbum(String albumId, Filter filter) {
    if (Stream.of(filter.topic(), filter.tag(), filter.q()).anyMatch(StringUtils::hasText)) {
      throw new Problem.Invalid(
          "album", "invalid_field", "An album is listed as a whole: leave out topic, tag and q.");
    }
    return new PhotoQuery(Scope.ALBUM, 0, albumId, "", "", "");
  }

  static PhotoQuery of(Scope scope, long owner, Filter filter) {
    return new PhotoQuery(
        scope,
        owner,
        "",
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
