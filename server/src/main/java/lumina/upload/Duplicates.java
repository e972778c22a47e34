package lumina.upload;

import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What becomes of a file that its owner has as a photo already; photos in the trash do not count.
public enum Duplicates {
  /// It becomes a second photo.
  KEEP,
  /// The existing photo is the answer.
  SKIP;

  /// @param named null for the default
  /// @throws Problem.Invalid if there is no such choice
  public static Duplicates named(@Nullable String named) {
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
