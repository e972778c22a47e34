package lumina.upload;

import java.util.List;
import java.util.Optional;
import lumina.http.problem.Problem;
import lumina.photo.IndexEntry;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of a file that its owner has as a photo already; photos in the trash do not
/// count.
public interface Duplicates {
  /// It becomes another photo.
  Duplicates KEEP = same -> Optional.empty();

  /// The newest photo of it is the answer.
  Duplicates SKIP = same -> same.isEmpty() ? Optional.empty() : Optional.of(same.getLast());

  /// Returns the photo that is the answer; empty if the file becomes a photo of its own.
  ///
  /// @param same all photos of this file, the first that came here first
  Optional<IndexEntry> among(List<IndexEntry> same);

  /// @param named null for the default
  /// @throws Problem.Invalid if there is no such choice
  static Duplicates named(@Nullable String named) {
    return switch (named) {
      case null -> KEEP;
      case "", "keep" -> KEEP;
      case "skip" -> SKIP;
      default ->
          throw new Problem.Invalid(
              "duplicate", "invalid_field", "The duplicate field is either keep or skip.");
    };
  }
}
