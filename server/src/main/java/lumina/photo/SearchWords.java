package lumina.photo;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is a word, for searching.
final class SearchWords {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern A_WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  /// InnoDB leaves out words of more than 84 characters.
  private static final int LONGEST_TOKEN = 80;

  private SearchWords() {}

  static List<String> in(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text))
        .filter(word -> A_WORD.matcher(word).matches())
        .toList();
  }

  /// A word without case and accents, in letters and digits of ASCII alone: all others are written
  /// as their number, so that what begins a word also begins its token.
  static String token(String word) {
    String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder token = new StringBuilder("w_");
    plain
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                token.append((char) c);
              } else {
                token.append('_').append(Integer.toHexString(c)).append('_');
              }
            });
    return token.length() <= LONGEST_TOKEN ? token.toString() : token.substring(0, LONGEST_TOKEN);
  }
}
