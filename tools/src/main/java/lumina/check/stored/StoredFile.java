package lumina.check.stored;

import java.time.Instant;
import java.util.regex.Pattern;
import lumina.photo.detail.PhotoKeys;
import org.jspecify.annotations.Nullable;

/// A file in the blob store.
///
/// @param path where it is, for people
/// @param key by which Lumina finds it, if it does
public record StoredFile(String path, Instant time, @Nullable String key) {
  private static final Pattern KEY = Pattern.compile("(photos|profiles)/[^._/][^_/]*_[^/]*");

  /// Whether Lumina could give a file this key.
  static boolean isKey(String name) {
    return KEY.matcher(name).matches();
  }

  public boolean isOfPhoto() {
    return key != null && key.startsWith("photos/");
  }

  /// The id of a photo, if it is a file of one.
  public String photoId() {
    return PhotoKeys.photoId(path);
  }

  /// Whether it is a copy of a photo that nothing else can be made from: the last one, perhaps.
  public boolean isOriginal() {
    return isOfPhoto()
        && (path.contains("_full.") || path.contains("_motion.") || path.endsWith("_unreadable"));
  }
}
