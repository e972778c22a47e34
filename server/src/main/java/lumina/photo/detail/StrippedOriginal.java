package lumina.photo.detail;

import java.util.Locale;

/// What others than the owner get as a photo's original.
public enum StrippedOriginal {
  /// Nobody has looked yet.
  UNKNOWN,
  /// The file itself: it holds nothing private.
  SAME,
  /// A copy without what is private.
  COPY,
  /// Nothing: where its private parts are cannot be told.
  NONE;

  /// As it is written down.
  public String word() {
    return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
  }

  /// @param word as it was written down
  public static StrippedOriginal of(String word) {
    return word.isEmpty() ? UNKNOWN : valueOf(word.toUpperCase(Locale.ROOT));
  }
}
