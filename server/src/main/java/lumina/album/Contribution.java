package lumina.album;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Who may add photos to an album, as clients and the database name it.
public enum Contribution {
  /// Only the owner.
  OWNER,
  /// The owner and the members.
  MEMBERS;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Those who are stored as this word. A word of a newer version counts as the owner alone.
  static Contribution stored(String word) {
    return word.equals(MEMBERS.word()) ? MEMBERS : OWNER;
  }

  /// Those with this name, or null if the client sent none.
  ///
  /// @throws Problem.Invalid if there is no such name
  static @Nullable Contribution named(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Stream.of(values())
        .filter(contribution -> contribution.word().equals(word.strip()))
        .findAny()
        .orElseThrow(
            () ->
                new Problem.Invalid(
                    "contribute",
                    "invalid_contribute",
                    "Either the owner or the members contribute to an album."));
  }
}
