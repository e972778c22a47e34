package lumina.imports.source;

/// An album to import: its photos are in the order in which they are found.
///
/// @param number among those with the same title and description, from 1; 0 if the title alone says
///   which one it is
public record SourceAlbum(String title, String description, int number) {
  static SourceAlbum titled(String title) {
    return new SourceAlbum(title, "", 0);
  }
}
