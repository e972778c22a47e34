package lumina.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Who may see a photo. This is the one policy: every surface asks it, as a SQL condition or for a
/// single photo through one.
public enum Audience {
  /// Everyone, also people who are not signed in.
  PUBLIC,
  /// The owner and the owner's friends.
  FRIENDS,
  /// The owner alone.
  PRIVATE;

  /// The policy, over a row `p` of photos and the [#parameters] of a viewer.
  public static final String VISIBLE_TO_VIEWER =
      """
      (p.user_id = :viewer OR (
        (p.audience = 'public' OR (p.audience = 'friends' AND (p.user_id = :friend_of OR EXISTS (
           SELECT 1 FROM friendships f WHERE f.user_id = :viewer AND f.friend_id = p.user_id))))
        AND %s))
      """
          .formatted(Blocks.noneBetweenViewerAnd("p.user_id"));

  /// What the policy asks about a viewer.
  public static Map<String, Long> parameters(Viewer viewer) {
    return Map.of("viewer", viewer.userId(), "friend_of", viewer.friendOf());
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The audience that a client named, or another one when it named none.
  ///
  /// @throws Problem.Invalid if there is no such audience
  public static Audience named(@Nullable String word, Audience otherwise) {
    return Objects.requireNonNullElse(named(word), otherwise);
  }

  /// The audience that a client named, or null when it named none.
  ///
  /// @throws Problem.Invalid if there is no such audience
  public static @Nullable Audience named(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    for (Audience audience : values()) {
      if (audience.word().equals(word.strip())) {
        return audience;
      }
    }
    throw new Problem.Invalid(
        "audience", "invalid_audience", "The audience is one of public, friends, private.");
  }
}
