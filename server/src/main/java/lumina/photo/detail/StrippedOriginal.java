package lumina.photo.detail;

import java.util.Locale;

/// What people other than the owner get as a photo's original.
public enum StrippedOriginal {
  /// Not checked yet.
  UNKNOWN,
  /// The original itself, which has no private metadata.
  SAME,
  /// A copy without private metadata.
  COPY,
  /// Nothing: the position of its private metadata is unknown.
  NONE;

  /// The form in which it is stored.
  public String word() {
    return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
  }

  /// @param word the stored form
  public static StrippedOriginal of(String word) {
    return word.isEmpty() ? UNKNOWN : valueOf(word.toUpperCase(Locale.ROOT));
  }
}
