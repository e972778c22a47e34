package lumina.photo;

import lumina.photo.detail.PhotoText;

/// The full-text index over captions, topics, tags and usernames: the one thing that SQL databases
/// do each in their own way.
public interface PhotoSearch {
  /// Where to find photos `p` by words, as `FROM` has it.
  String source();

  /// The column of [#source()] that holds the sort key.
  String sortKey();

  /// The condition over [#source()] that `:match` is met.
  String condition();

  /// What was typed into the search box as a `:match`: every word must begin some word of the
  /// photo. Empty if there is no word in it, and then it finds nothing.
  String match(String typed);

  /// Writes what can be found, or writes it anew.
  void write(long sortKey, PhotoText words, String username);

  void remove(long sortKey);
}
