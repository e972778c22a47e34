package lumina.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Who may see a photo, in the words of clients and stores; [Visibility] says what they mean.
public enum Audience {
  /// Everyone, also people who are not signed in.
  PUBLIC,
  /// The owner and the owner's friends.
  FRIENDS,
  /// The owner alone.
  PRIVATE;

  /// People who can be told of a photo together; somebody may be in several.
  public enum Circle {
    EVERYONE,
    FRIENDS,
    OWNER
  }

  /// Those who see a photo with this audience.
  public Set<Circle> circles() {
    return switch (this) {
      case PUBLIC -> EnumSet.of(Circle.EVERYONE, Circle.FRIENDS, Circle.OWNER);
      case FRIENDS -> EnumSet.of(Circle.FRIENDS, Circle.OWNER);
      case PRIVATE -> EnumSet.of(Circle.OWNER);
    };
  }

  /// Those who do not see it any more when its audience becomes another one.
  public Set<Circle> without(Audience after) {
    Set<Circle> lost = circles();
    lost.removeAll(after.circles());
    return lost;
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
