package lumina.photo;

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

  /// Writes or replaces the search words of a photo.
  void write(long sortKey, PhotoText words, String username);

  void remove(long sortKey);
}
