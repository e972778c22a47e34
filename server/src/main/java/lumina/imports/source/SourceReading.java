package lumina.imports.source;

import java.util.Collection;

/// Finds out from which places files come, and what these say about them.
public final class SourceReading {
  private SourceReading() {}

  /// @param foldersAreAlbums whether the name of a plain folder becomes an album
  public static void read(
      Collection<SourceFile> files, boolean foldersAreAlbums, Findings findings) {
    Unclaimed all = new Unclaimed(files);
    new LuminaExport(all, findings).read();
    new Instagram(all, findings).read();
    new Flickr(all, findings).read();
    new Takeout(foldersAreAlbums, findings).read(all);
  }
}
