package lumina.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The people to whom an owner shows an album, as clients and the database name them.
/// [AlbumVisibility] defines who sees an album.
public enum AlbumAudience {
  /// Only the owner, whoever is a member.
  PRIVATE,
  /// The owner and the members.
  MEMBERS,
  /// The owner and the owner's friends.
  FRIENDS,
  /// Everyone, including people who are not signed in.
  PUBLIC;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The audience that is stored as this word. One of a newer version counts as private, until an
  /// instance of that version reads it.
  public static AlbumAudience stored(String word) {
    return Stream.of(values())
        .filter(audience -> audience.word().equals(word))
        .findAny()
        .orElse(PRIVATE);
  }

  /// The audience with this name, or null if the client sent none.
  ///
  /// @throws Problem.Invalid if there is no such audience
  public static @Nullable AlbumAudience named(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Stream.of(values())
        .filter(audience -> audience.word().equals(word.strip()))
        .findAny()
        .orElseThrow(
            () ->
                new Problem.Invalid(
                    "audience",
                    "invalid_audience",
                    "The audience of an album is one of private, members, friends, public."));
  }
}
