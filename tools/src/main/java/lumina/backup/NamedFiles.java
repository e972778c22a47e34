package lumina.backup;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.account.profile.ProfilePictures;
import lumina.photo.detail.PhotoKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The image files that a database names.
///
/// @param checksums SHA-256 of the originals by photo id, empty if unknown
/// @param pictures the file names of profile pictures
record NamedFiles(Map<String, String> checksums, Set<String> pictures) {
  private static final String PHOTOS = "images/photos/";
  private static final String PICTURES = "images/profiles/";

  static NamedFiles in(JdbcClient database) {
    Map<String, String> checksums =
        database
            .sql("SELECT photo_id, coalesce(checksum, '') FROM photos")
            .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Set<String> pictures =
        ProfilePictures.keys(database).stream()
            .map(NamedFiles::fileName)
            .collect(Collectors.toSet());
    return new NamedFiles(checksums, pictures);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether a file belongs to something in the database. Files of an unknown kind do.
  boolean has(String path) {
    if (path.startsWith(PHOTOS)) {
      return checksums.containsKey(PhotoKeys.photoId(path));
    }
    return !path.startsWith(PICTURES) || pictures.contains(fileName(path));
  }

  /// The id of the photo whose original this is, null if it is another file.
  static @Nullable String original(String path) {
    return path.startsWith(PHOTOS) && fileName(path).contains("_full.")
        ? PhotoKeys.photoId(path)
        : null;
  }
}
