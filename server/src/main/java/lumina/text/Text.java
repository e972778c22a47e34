package lumina.text;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Cleans texts that people typed: one Unicode form, no control characters, no invisible characters
/// except those that a script or an emoji needs, no space around it.
public final class Text {
  private static final String JOINED =
      Stream.of(
              "Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu",
              "Kannada Malayalam Sinhala Khmer Myanmar Tibetan Thai Lao Javanese Balinese")
          .flatMap(scripts -> Stream.of(scripts.split(" ")))
          .map("\\p{Is%s}"::formatted)
          .collect(joining("", "[", "]"));

  // A lookbehind of Java sees characters beyond the first plane only if the pattern contains one.
  private static final String EMOJI = "[😀\\p{IsEmoji}&&[^0-9#*]]";

  /// Characters that are invisible, and change the order of others or make two texts look alike:
  /// zero width, bidi controls, fillers, and joiners, selectors and tags where they join nothing.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          String.join(
              "|",
              "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F]",
              "[\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFB]",
              "[\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E001F}]",
              "[\\x{E0080}-\\x{E00FF}\\x{E01F0}-\\x{E0FFF}]",
              // Allowed after letters of scripts that are written with joiners, and between emoji.
              "(?<!%s)\\u200C".formatted(JOINED),
              "(?<!%s)(?<!%s|\\uFE0F)\\u200D".formatted(JOINED, EMOJI),
              "(?<!%s)\\u200D(?!\\p{IsExtended_Pictographic})".formatted(JOINED),
              // Selects how an emoji, a keycap or an old Chinese character is drawn.
              "(?<!%s)[\\uFE0E\\uFE0F](?!\\u20E3)".formatted(EMOJI),
              "(?<![𠀀\\p{IsHan}])[\\uFE00-\\uFE0D\\x{E0100}-\\x{E01EF}]",
              "(?<!\\p{IsMongolian})[\\u180B-\\u180D\\u180F]",
              // A flag of a region is a black flag with tags.
              "(?<!\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{0,12})[\\x{E0020}-\\x{E007F}]"));

  /// `strip` keeps no-break spaces, and the Braille blank looks like a space.
  private static final Pattern SPACE_AROUND =
      Pattern.compile("^[\\p{IsWhite_Space}\\u2800]+|[\\p{IsWhite_Space}\\u2800]+$");

  private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  private Text() {}

  /// Returns the cleaned text, empty if there is none.
  ///
  /// @throws Problem.Invalid if it is longer than the limit
  public static String optional(FieldLimit limit, @Nullable String typed) {
    String text = clean(typed == null ? "" : typed);
    if (text.codePointCount(0, text.length()) > limit.max()) {
      throw new Problem.Invalid(
          limit.field(),
          "too_long",
          "The %s may have at most %,d characters.".formatted(limit.field(), limit.max()));
    }
    return text;
  }

  /// Returns the cleaned text as one line with single spaces, empty if there is none.
  ///
  /// @throws Problem.Invalid if it is longer than the limit
  public static String line(FieldLimit limit, @Nullable String typed) {
    return SPACE.matcher(optional(limit, typed)).replaceAll(" ");
  }

  /// Returns the cleaned text, which must not be empty.
  ///
  /// @throws Problem.Invalid if it is empty or longer than the limit
  public static String required(FieldLimit limit, @Nullable String typed) {
    String text = optional(limit, typed);
    if (text.isEmpty()) {
      throw new Problem.Invalid(
          limit.field(), "missing_field", "Please fill in the " + limit.field() + ".");
    }
    return text;
  }

  /// Removes half surrogate pairs, which cannot be stored as UTF-8, and all control characters
  /// except line ends and tabs.
  private static String clean(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed.codePoints().filter(Text::printable).forEach(kept::appendCodePoint);
    String visible = INVISIBLE.matcher(kept).replaceAll("");
    String text = Normalizer.normalize(visible, Normalizer.Form.NFC);
    return SPACE_AROUND.matcher(text).replaceAll("");
  }

  private static boolean printable(int c) {
    boolean loneSurrogate = Character.getType(c) == Character.SURROGATE;
    return !loneSurrogate && (!Character.isISOControl(c) || c == '\n' || c == '\t');
  }
}
