package lumina.access;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A SQL condition for columns that hold the word of an enum. During an upgrade, instances of a
/// newer version may write words that this version does not know. It leaves out such rows, because
/// it would fail on them; so every read that turns such a word into its enum has this condition.
public final class KnownWords {
  private KnownWords() {}

  /// @param column with the alias of its table
  /// @param words all constants of the enum
  /// @param word the form in which they are stored
  public static <E extends Enum<E>> String in(
      String column, E[] words, Function<? super E, String> word) {
    return in(column, of(words, word));
  }

  /// @param column with the alias of its table
  public static String in(String column, Set<String> words) {
    return words.stream()
        .map(known -> "'" + known + "'")
        .collect(Collectors.joining(", ", column + " IN (", ")"));
  }

  /// Returns the words of an enum, in the order of its constants.
  public static <E extends Enum<E>> Set<String> of(E[] words, Function<? super E, String> word) {
    return Stream.of(words).map(word).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
