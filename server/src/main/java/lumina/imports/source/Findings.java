package lumina.imports.source;

/// Receives what there is to import, one by one.
public interface Findings {
  /// A file that may be a photo, and what is known about it.
  void found(SourcePhoto photo);

  /// An album, which may have no photos.
  void album(SourceAlbum album);

  /// A file that is not read.
  ///
  /// @param why a sentence without its full stop
  void refused(String path, String why);

  /// A description of a photo that is not there.
  void missing(String path);
}
