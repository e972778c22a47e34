package lumina.imports.source;

import java.util.List;
import java.util.Map;

/// An album to import: its photos are in the order in which they are found.
///
/// @param number among those with the same title and description, from 1; 0 if the title alone says
///   which one it is
public record SourceAlbum(String title, String description, int number) {
  static SourceAlbum titled(String title) {
    return new SourceAlbum(title, "", 0);
  }

  /// The next album of an export that may have several with the same title and description.
  ///
  /// @param counts of those before, which this adds to
  static SourceAlbum next(Map<List<String>, Integer> counts, String title, String description) {
    int number = counts.merge(List.of(title, description), 1, Integer::sum);
    return new SourceAlbum(title, description, number);
  }
}
