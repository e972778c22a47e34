package lumina.imports.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lumina.imports.Zips;

/// What was found in some folders and zips, as text.
final class Found implements Findings {
  final Map<String, SourcePhoto> photos = new TreeMap<>();
  final List<String> captions = new ArrayList<>();
  final List<String> refused = new ArrayList<>();
  final List<String> missing = new ArrayList<>();

  static Found in(boolean albums, Path... paths) throws IOException {
    Found found = new Found();
    try (SourceFiles files = SourceFiles.in(List.of(paths), Map.of(), found)) {
      SourceReading.read(files.files(), albums, found);
    }
    return found;
  }

  /// Makes a zip; names and contents take turns.
  static Path zip(Path zip, String... files) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (int i = 0; i < files.length; i += 2) {
      contents.put(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(zip, Zips.of(contents));
  }

  @Override
  public void found(SourcePhoto photo) {
    photos.put(photo.file().path(), photo);
    captions.add(photo.about().words().caption());
  }

  @Override
  public void album(SourceAlbum album) {
    // ExportTest sees what becomes of it.
  }

  SourcePhoto photo(String path) {
    return Objects.requireNonNull(photos.get(path));
  }

  String movie(String path) {
    return Objects.requireNonNull(photo(path).movie()).path();
  }

  String caption(String path) {
    return photo(path).about().words().caption();
  }

  List<String> albums(String path) {
    return photo(path).albums().stream().map(in -> in.album().title()).toList();
  }

  @Override
  public void refused(String path, String why) {
    refused.add(path + ": " + why);
  }

  @Override
  public void missing(String path) {
    missing.add(path);
  }
}
