package lumina.photo;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was typed into the search box, as an FTS5 query: every word must begin some word of the
/// photo.
final class SearchWords {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern A_WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");

  private SearchWords() {}

  /// Empty if there is no word in it, and then it finds nothing.
  static String match(String typed) {
    return Arrays.stream(BETWEEN_WORDS.split(typed))
        .filter(word -> A_WORD.matcher(word).matches())
        .map(word -> '"' + word + "\"*")
        .collect(Collectors.joining(" "));
  }
}
