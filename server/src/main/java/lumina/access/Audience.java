package lumina.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The people to whom an owner shows a photo, as clients and stores name them. [Visibility] defines
/// who sees a photo.
public enum Audience {
  /// Everyone, including people who are not signed in.
  PUBLIC,
  /// The owner and the owner's friends.
  FRIENDS,
  /// Only the owner.
  PRIVATE;

  /// A group of people who receive the same event about a photo. One person can be in several.
  public enum Circle {
    EVERYONE,
    FRIENDS,
    OWNER
  }

  /// The circles that see a photo with this audience.
  public Set<Circle> circles() {
    return switch (this) {
      case PUBLIC -> EnumSet.of(Circle.EVERYONE, Circle.FRIENDS, Circle.OWNER);
      case FRIENDS -> EnumSet.of(Circle.FRIENDS, Circle.OWNER);
      case PRIVATE -> EnumSet.of(Circle.OWNER);
    };
  }

  /// The circles that stop seeing a photo when its audience changes to another one.
  public Set<Circle> without(Audience after) {
    Set<Circle> lost = circles();
    lost.removeAll(after.circles());
    return lost;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The audience that is stored as this word. One of a newer version counts as private, until an
  /// instance of that version reads it.
  public static Audience stored(String word) {
    return Stream.of(values())
        .filter(audience -> audience.word().equals(word))
        .findAny()
        .orElse(PRIVATE);
  }

  /// The audience with this name, or a default if the client sent none.
  ///
  /// @throws Problem.Invalid if there is no such audience
  public static Audience named(@Nullable String word, Audience otherwise) {
    return Objects.requireNonNullElse(named(word), otherwise);
  }

  /// The audience with this name, or null if the client sent none.
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
