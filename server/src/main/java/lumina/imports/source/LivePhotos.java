package lumina.imports.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Finds the movies of Live Photos: each has the name of its picture, in the same folder.
final class LivePhotos {
  /// The moving part lasts three seconds; a larger file is a video that has the same name by
  /// chance.
  private static final long MAX_BYTES = 50L << 20;

  private static final Set<String> HEIC = Set.of("heic", "heif");
  private static final Set<String> JPEG = Set.of("jpg", "jpeg");

  /// @param ending without its dot, empty if there is none
  private record Name(String stem, String ending) {
    static Name of(SourceFile file) {
      String name = SourceFile.key(file.name());
      int dot = name.lastIndexOf('.');
      return dot < 0
          ? new Name(name, "")
          : new Name(name.substring(0, dot), name.substring(dot + 1));
    }

    boolean isHeic() {
      return HEIC.contains(ending);
    }

    boolean isPicture() {
      return isHeic() || JPEG.contains(ending);
    }

    /// Google makes MP4 of some movies that belong to a HEIC.
    boolean isMovieOf(Name picture) {
      return ending.equals("mov") || (ending.equals("mp4") && picture.isHeic());
    }
  }

  private LivePhotos() {}

  /// Returns the movies among the files of a folder, by their picture.
  static Map<SourceFile, SourceFile> movies(Collection<SourceFile> files) {
    Map<String, SourceFile> pictures = new HashMap<>();
    for (SourceFile file : files) {
      Name name = Name.of(file);
      if (name.isPicture()) {
        pictures.merge(name.stem(), file, (one, two) -> Name.of(one).isHeic() ? one : two);
      }
    }
    Map<SourceFile, SourceFile> movies = new HashMap<>();
    for (SourceFile file : files) {
      Name name = Name.of(file);
      SourceFile picture = pictures.get(name.stem());
      if (picture != null && name.isMovieOf(Name.of(picture)) && file.size() <= MAX_BYTES) {
        movies.putIfAbsent(picture, file);
      }
    }
    return movies;
  }
}
