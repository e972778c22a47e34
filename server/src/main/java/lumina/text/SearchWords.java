package lumina.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Splits texts into words for searching, the same on every backend: letters and digits without
/// case and accents.
///
/// Chinese, Japanese, Thai and similar scripts put no spaces between words, so each of their
/// characters counts as a word of its own, and so does each emoji; a search for several of them
/// finds only that sequence.
///
/// A token is plain ASCII, because databases treat all other characters differently: a letter
/// beyond `z` is written as its code point, so that the beginning of a word gives the beginning of
/// its token.
public final class SearchWords {
  private static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}ー";
  private static final String EMOJI = "\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}";
  private static final Pattern WORD =
      Pattern.compile(
          "(?<character>[%1$s%2$s]\\p{M}*)|[\\p{L}\\p{N}&&[^%1$s]][\\p{L}\\p{N}\\p{M}&&[^%1$s]]*"
              .formatted(UNSPACED, EMOJI));

  /// Accents, joiners and skin tones, but not the voicing marks of Japanese, which make other
  /// letters.
  private static final Pattern LEFT_OUT =
      Pattern.compile("[\\p{Mn}\\p{Cf}\\x{1F3FB}-\\x{1F3FF}&&[^\\u3099\\u309A]]+");

  /// InnoDB ignores words of more than 84 characters.
  private static final int MAX_TOKEN_LENGTH = 80;

  private SearchWords() {}

  /// A part of a text without a gap: one word, or characters of a script without spaces.
  ///
  /// @param tokens one for a word, otherwise one for each character
  /// @param isWord whether it is a word, which is found by its beginning
  public record Run(List<String> tokens, boolean isWord) {
    /// The whole run as one token.
    public String joined() {
      return joinedFrom(0);
    }

    private String joinedFrom(int first) {
      return shortened(String.join("", tokens.subList(first, tokens.size())));
    }
  }

  /// Returns the runs of a text, in their order.
  public static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    Matcher word = WORD.matcher(folded(text));
    int end = -1;
    while (word.find()) {
      boolean isWord = word.group("character") == null;
      if (isWord || word.start() != end || runs.getLast().isWord()) {
        runs.add(new Run(new ArrayList<>(), isWord));
      }
      runs.getLast().tokens().add(token(word.group()));
      end = word.end();
    }
    return runs;
  }

  /// Returns the tokens of a text, in their order.
  public static List<String> tokens(String text) {
    return runs(text).stream().flatMap(run -> run.tokens().stream()).toList();
  }

  /// Returns all strings whose beginning may be [Run#joined()] of a search that finds this text, if
  /// the order of words does not matter: its words, and each character with those after it.
  public static List<String> beginnings(String text) {
    return runs(text).stream()
        .flatMap(run -> IntStream.range(0, run.tokens().size()).mapToObj(run::joinedFrom))
        .distinct()
        .toList();
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return LEFT_OUT.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String token(String word) {
    StringBuilder token = new StringBuilder();
    word.codePoints()
        .forEach(
            c -> {
              if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                token.append((char) c);
              } else {
                token.append('_').append(Integer.toHexString(c)).append('_');
              }
            });
    return shortened(token.toString());
  }

  private static String shortened(String token) {
    return token.substring(0, Math.min(token.length(), MAX_TOKEN_LENGTH));
  }
}
