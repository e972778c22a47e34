package lumina.imports.source;

/// An album to import: its photos are in the order in which they are found.
///
/// @param number tells albums with the same title apart, from 0
public record SourceAlbum(String title, String description, int number) {
  static SourceAlbum titled(String title) {
    return new SourceAlbum(title, "", 0);
  }
}
