package lumina.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The moving part of a photo, as browsers play it.
///
/// @param durationMs its length in milliseconds
public record Playback(long durationMs, Status status) {
  /// Whether there is a file that every browser plays.
  public enum Status {
    READY,
    /// It is being made.
    PROCESSING,
    /// It cannot be made, or Lumina is told to make none: only the original is there.
    FAILED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Playback with(Status status) {
    return new Playback(durationMs, status);
  }

  /// The form in which the status is stored.
  public static String word(@Nullable Playback playback) {
    return playback == null ? "" : playback.status().word();
  }

  /// All stored forms, that of none included.
  public static Set<String> words() {
    return Stream.concat(Stream.of(""), Stream.of(Status.values()).map(Status::word))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// @param word the stored form
  public static @Nullable Playback of(String word, long durationMs) {
    return word.isEmpty()
        ? null
        : new Playback(durationMs, Status.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
