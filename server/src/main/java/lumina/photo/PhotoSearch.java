package lumina.photo;

import java.util.Map;
import java.util.Optional;
import lumina.photo.detail.PhotoText;

/// The full-text index over captions, topics, tags and usernames: the only feature for which each
/// SQL database has its own statements.
public interface PhotoSearch {
  /// The `FROM` clause that joins the search words with photos `p`.
  String source();

  /// The column of [#source()] that holds the sort key.
  String sortKey();

  /// The condition over [#source()] that matches `:match`.
  String condition();

  /// Converts typed text to a `:match`: every word must be the beginning of a word of the photo.
  /// Empty if the text has no words; then the search finds nothing.
  String match(String typed);

  /// Another way to the same photos, for words that many photos have: it looks at the newest ones.
  ///
  /// @param source like [#source()], but a limited number of photos before the sort key `:before`
  /// @param condition over it, for the same photos as [#condition()]
  record Recent(String source, String condition, Map<String, Object> parameters) {}

  /// Empty where the index finds the newest matches first, however many there are.
  default Optional<Recent> recent(String typed) {
    return Optional.empty();
  }

  /// Writes or replaces the search words of a photo.
  void write(long sortKey, PhotoText words, String username);

  void remove(long sortKey);
}
