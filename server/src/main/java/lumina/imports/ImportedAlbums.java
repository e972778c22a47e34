package lumina.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lumina.access.Viewer.Person;
import lumina.album.Album;
import lumina.album.AlbumImport;
import lumina.http.problem.Problem;
import lumina.imports.source.SourceAlbum;
import lumina.text.Text;
import org.springframework.stereotype.Component;

/// Puts imported photos into albums.
@Component
class ImportedAlbums {
  private final AlbumImport albums;

  ImportedAlbums(AlbumImport albums) {
    this.albums = albums;
  }

  /// Begins with the last one of equal albums, which makes all of them at once: so each keeps its
  /// number if the import is interrupted.
  void fill(Person owner, Map<SourceAlbum, List<String>> all, ImportReport report) {
    all.keySet().stream()
        .sorted(Comparator.comparingInt(SourceAlbum::number).reversed())
        .forEach(album -> fill(owner, album, all.getOrDefault(album, List.of()), report));
  }

  private void fill(Person owner, SourceAlbum album, List<String> photoIds, ImportReport report) {
    try {
      String title = Text.beginning(Album.TITLE, album.title());
      if (!title.isEmpty()) {
        albums.fill(
            owner,
            new AlbumImport.Titled(
                title, Text.beginning(Album.DESCRIPTION, album.description()), album.number()),
            photoIds);
      }
    } catch (Problem refused) {
      report.refused("album " + album.title(), refused.sentence());
    }
  }
}
