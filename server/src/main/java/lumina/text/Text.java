package lumina.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
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
  /// What stands before is looked at last, since nearly no character is one of these.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          String.join(
              "|",
              "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F]",
              "[\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFB]",
              "[\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E001F}]",
              "[\\x{E0080}-\\x{E00FF}\\x{E01F0}-\\x{E0FFF}]",
              // Allowed after letters of scripts that are written with joiners, and between emoji.
              "\\u200C(?<!%s.)".formatted(JOINED),
              "\\u200D(?<!%s.)(?<!%s.|\\uFE0F.)".formatted(JOINED, EMOJI),
              "\\u200D(?<!%s.)(?!\\p{IsExtended_Pictographic})".formatted(JOINED),
              // Selects how an emoji, a keycap or an old Chinese character is drawn.
              "[\\uFE0E\\uFE0F](?<!%s.)(?!\\u20E3)".formatted(EMOJI),
              "[\\uFE00-\\uFE0D\\x{E0100}-\\x{E01EF}](?<![𠀀\\p{IsHan}].)",
              "[\\u180B-\\u180D\\u180F](?<!\\p{IsMongolian}.)",
              // A flag of a region is a black flag with tags.
              "[\\x{E0020}-\\x{E007F}](?<!\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{0,12}.)"));

  /// `strip` keeps no-break spaces, and the Braille blank looks like a space. Only the beginning of
  /// a row of spaces is tried, or a long one would take a time that grows with its square.
  private static final Pattern SPACE_AROUND =
      Pattern.compile("^%1$s+|(?<!%1$s)%1$s++$".formatted("[\\p{IsWhite_Space}\\u2800]"));

  /// Some scripts join across what counts as the end of a character.
  private static final Pattern JOINER_AT_END =
      Pattern.compile("(?<![\\u200C\\u200D])[\\u200C\\u200D]++$");

  private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  /// No text that somebody means is this many times as long before it is cleaned; to put thousands
  /// of accents into their order takes seconds.
  private static final int MOST_CLEANED = 10;

  private Text() {}

  /// Returns the cleaned text, empty if there is none.
  ///
  /// @throws Problem.Invalid if it is longer than the limit
  public static String optional(FieldLimit limit, @Nullable String typed) {
    if (typed != null && typed.length() / MOST_CLEANED > limit.max()) {
      throw tooLong(limit);
    }
    String text = clean(typed == null ? "" : typed);
    if (text.codePointCount(0, text.length()) > limit.max()) {
      throw tooLong(limit);
    }
    return text;
  }

  /// Returns the cleaned text, and of one that is longer than the limit its beginning, in whole
  /// characters as people see them: an emoji of several, a flag, a letter with its accents.
  public static String beginning(FieldLimit limit, String text) {
    String cleaned = clean(cut(text, MOST_CLEANED * limit.max()));
    return clean(cut(cleaned, limit.max()));
  }

  /// Cuts where a character ends that a person sees as one, unless the first of them is too long by
  /// itself.
  ///
  /// @param longest in code points
  public static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    int most = text.offsetByCodePoints(0, longest);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    String oneMore = text.substring(0, text.offsetByCodePoints(most, 1));
    characters.setText(oneMore);
    int end = characters.preceding(oneMore.length());
    return JOINER_AT_END.matcher(text.substring(0, end == 0 ? most : end)).replaceAll("");
  }

  /// Cuts a text to a number of bytes of UTF-8, as [#cut] does.
  public static String cutToBytes(String text, int longest) {
    int[] characters = text.codePoints().toArray();
    int fitting = 0;
    for (int bytes = 0; fitting < characters.length; fitting++) {
      bytes += Character.toString(characters[fitting]).getBytes(UTF_8).length;
      if (bytes > longest) {
        break;
      }
    }
    return cut(text, fitting);
  }

  private static Problem tooLong(FieldLimit limit) {
    return new Problem.Invalid(
        limit.field(),
        "too_long",
        "The %s may have at most %,d characters.".formatted(limit.field(), limit.max()));
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
