package lumina.imports.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the movies of Live Photos and of Google's motion photos: each has the name of its picture,
/// in the same folder.
///
/// A motion photo has `.MP` in its name, its movie only sometimes: `PXL_1.MP.jpg` has `PXL_1.MP`,
/// `PXL_1.MP.mp4` or `PXL_1.mp4`. Edits add `~2`, which one of the two may lack.
final class LivePhotos {
  /// The moving part lasts three seconds; a larger file is a video that has the same name by
  /// chance.
  private static final long MAX_BYTES = 50L << 20;

  private static final Set<String> HEIC = Set.of("heic", "heif");
  private static final Set<String> JPEG = Set.of("jpg", "jpeg");
  private static final String MOTION = ".mp";
  private static final Pattern MOTION_STEM =
      Pattern.compile("(?s)(.*)\\.mp(~\\d)?(\\(\\d{1,5}\\))?");
  private static final Pattern MOTION_ENDING = Pattern.compile("mp(~\\d)?");

  /// @param ending without its dot, empty if there is none
  private record Name(String stem, String ending) {
    static Name of(SourceFile file) {
      String name = SourceFile.key(file.name());
      int dot = name.lastIndexOf('.');
      return dot < 0
          ? new Name(name, "")
          : new Name(numbered(name.substring(0, dot)), name.substring(dot + 1));
    }

    /// Google puts the number of a second photo of that name behind `.MP`, and that of its movie in
    /// front of it.
    private static String numbered(String stem) {
      Matcher motion = MOTION_STEM.matcher(stem);
      return motion.matches() && motion.group(3) != null
          ? motion.group(1) + motion.group(3) + stem.substring(motion.end(1), motion.start(3))
          : stem;
    }

    boolean isHeic() {
      return HEIC.contains(ending);
    }

    boolean isPicture() {
      return isHeic() || JPEG.contains(ending);
    }

    boolean isMotion() {
      return MOTION_STEM.matcher(stem).matches();
    }

    /// The stem without what an edit added.
    String unedited() {
      return isMotion() ? stem.replaceFirst("~\\d$", "") : stem;
    }

    /// The stems of the pictures whose movie this may be, the closest first.
    List<String> pictures() {
      String motion = stem + MOTION;
      return switch (ending) {
        case "mov" -> List.of(stem);
        case "mp4" -> List.of(stem, unedited(), motion);
        default ->
            MOTION_ENDING.matcher(ending).matches()
                ? List.of(stem + "." + ending, motion)
                : List.of();
      };
    }

    /// Google makes MP4 of some movies that belong to a HEIC.
    boolean isMovieOf(Name picture) {
      return ending.equals("mov")
          || picture.isMotion()
          || (ending.equals("mp4") && picture.isHeic());
    }
  }

  private LivePhotos() {}

  /// Returns the movies among the files of a folder, by their picture.
  static Map<SourceFile, SourceFile> movies(Collection<SourceFile> files) {
    Map<String, SourceFile> pictures = pictures(files);
    Map<SourceFile, SourceFile> movies = new HashMap<>();
    for (SourceFile file : files) {
      Name name = Name.of(file);
      if (file.size() <= MAX_BYTES) {
        name.pictures().stream()
            .map(pictures::get)
            .filter(Objects::nonNull)
            .filter(picture -> name.isMovieOf(Name.of(picture)))
            .findFirst()
            .ifPresent(picture -> movies.putIfAbsent(picture, file));
      }
    }
    return movies;
  }

  /// Returns the pictures by their stems, and those that were edited also as what they were before.
  private static Map<String, SourceFile> pictures(Collection<SourceFile> files) {
    Map<String, SourceFile> pictures = new HashMap<>();
    for (SourceFile file : files) {
      Name name = Name.of(file);
      if (name.isPicture()) {
        pictures.merge(name.stem(), file, (one, two) -> Name.of(one).isHeic() ? one : two);
      }
    }
    for (SourceFile picture : List.copyOf(pictures.values())) {
      pictures.putIfAbsent(Name.of(picture).unedited(), picture);
    }
    return pictures;
  }
}
