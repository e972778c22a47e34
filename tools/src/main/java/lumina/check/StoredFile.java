package lumina.check;

import java.time.Instant;
import lumina.photo.detail.PhotoKeys;

/// A file in the blob store.
record StoredFile(String key, Instant time) {
  String folder() {
    return key.substring(0, key.indexOf('/') + 1);
  }

  /// Whether Lumina can have given it its name. It finds no others by their keys.
  boolean isOurs() {
    String name = key.substring(folder().length());
    return name.indexOf('_') > 0 && !name.startsWith(".");
  }

  /// The id of a photo, if it is a file of one.
  String photoId() {
    return PhotoKeys.photoId(key);
  }

  /// Whether it is a copy that nothing else can be made from: the last one, perhaps.
  boolean isOriginal() {
    return key.contains("_full.") || key.contains("_motion.") || key.endsWith("_unreadable");
  }
}
