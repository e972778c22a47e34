package lumina.http;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// What people typed, made fit to keep: one Unicode form, no control characters, no space around
/// it.
public final class Text {
  private Text() {}

  /// A cleaned text, empty when there is none.
  ///
  /// @throws Problem.Invalid if it has more than `max` characters
  public static String optional(String field, @Nullable String typed, int max) {
    String text = clean(typed == null ? "" : typed);
    if (text.codePointCount(0, text.length()) > max) {
      throw new Problem.Invalid(
          field, "too_long", "The %s may have at most %,d characters.".formatted(field, max));
    }
    return text;
  }

  /// A cleaned text that must not be empty.
  ///
  /// @throws Problem.Invalid if it is empty or has more than `max` characters
  public static String required(String field, @Nullable String typed, int max) {
    String text = optional(field, typed, max);
    if (text.isEmpty()) {
      throw new Problem.Invalid(field, "missing_field", "Please fill in the " + field + ".");
    }
    return text;
  }

  /// Half a surrogate pair cannot be stored as UTF-8, and no control character but line ends and
  /// tabs is text.
  private static String clean(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed.codePoints().filter(Text::printable).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
  }

  private static boolean printable(int c) {
    boolean loneSurrogate = Character.getType(c) == Character.SURROGATE;
    return !loneSurrogate && (!Character.isISOControl(c) || c == '\n' || c == '\t');
  }
}
