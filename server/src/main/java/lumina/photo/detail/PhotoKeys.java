package lumina.photo.detail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;

/// Under which keys the image files of a photo lie.
public final class PhotoKeys {
  private PhotoKeys() {}

  /// Where the original lies.
  public static String full(String photoId, ImageFormat format) {
    return prefix(photoId) + "full." + format.suffix();
  }

  /// Where others' copy of it lies.
  public static String clean(String photoId, ImageFormat format) {
    return prefix(photoId) + "clean." + format.suffix();
  }

  public static String derived(String photoId, ImageSize size) {
    return "photos/" + photoId + size.suffix();
  }

  /// The image files of a photo with their media types, by their keys. Not all need be there.
  public static Map<String, String> files(String photoId, ImageFormat format) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(full(photoId, format), format.mediaType());
    files.put(clean(photoId, format), format.mediaType());
    for (ImageSize size : ImageSize.values()) {
      files.put(derived(photoId, size), size.mediaType());
    }
    files.put(unreadable(photoId), "application/octet-stream");
    return files;
  }

  /// Every key that an image file of a photo may have. Stores cannot be asked for them all: in the
  /// cloud nobody may list what is in the bucket.
  public static List<String> all(String photoId) {
    List<String> keys = new ArrayList<>();
    for (ImageFormat format : ImageFormat.values()) {
      keys.add(full(photoId, format));
      keys.add(clean(photoId, format));
    }
    for (ImageSize size : ImageSize.values()) {
      keys.add(derived(photoId, size));
    }
    keys.add(unreadable(photoId));
    return keys;
  }

  /// What the keys of all image files of a photo begin with.
  public static String prefix(String photoId) {
    return "photos/" + photoId + "_";
  }

  /// Where a file lies that could not be read as a picture, though the old application kept it.
  public static String unreadable(String photoId) {
    return prefix(photoId) + "unreadable";
  }
}
