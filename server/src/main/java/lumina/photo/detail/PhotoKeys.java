package lumina.photo.detail;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;

/// Makes the blob keys of a photo's image files.
public final class PhotoKeys {
  private PhotoKeys() {}

  /// The key of the original.
  public static String full(String photoId, ImageFormat format) {
    return prefix(photoId) + "full." + format.suffix();
  }

  /// The key of the stripped original.
  public static String clean(String photoId, ImageFormat format) {
    return prefix(photoId) + "clean." + format.stripped().suffix();
  }

  /// The key of the file that browsers play, without private metadata.
  public static String video(String photoId) {
    return prefix(photoId) + "video." + ImageFormat.MP4.suffix();
  }

  /// The key of the moving part of a still picture that came as a file of its own.
  public static String motion(String photoId) {
    return prefix(photoId) + "motion." + ImageFormat.MOV.suffix();
  }

  public static String derived(String photoId, ImageSize size) {
    return "photos/" + photoId + size.suffix();
  }

  /// The media types of a photo's image files by key. Not all of these files need exist.
  public static Map<String, String> files(String photoId, ImageFormat format) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(full(photoId, format), format.mediaType());
    files.put(clean(photoId, format), format.stripped().mediaType());
    for (ImageSize size : ImageSize.values()) {
      files.put(derived(photoId, size), size.mediaType());
    }
    files.put(video(photoId), ImageFormat.MP4.mediaType());
    files.put(motion(photoId), ImageFormat.MOV.mediaType());
    files.put(unreadable(photoId), "application/octet-stream");
    return files;
  }

  /// Every key that an image file of a photo may have. The blob store cannot list them: in the
  /// cloud Lumina may not list the bucket.
  public static List<String> all(String photoId) {
    Set<String> keys = new LinkedHashSet<>(); // several formats share a stripped one
    for (ImageFormat format : ImageFormat.values()) {
      keys.add(full(photoId, format));
      keys.add(clean(photoId, format));
    }
    for (ImageSize size : ImageSize.values()) {
      keys.add(derived(photoId, size));
    }
    keys.add(video(photoId));
    keys.add(motion(photoId));
    keys.add(unreadable(photoId));
    return List.copyOf(keys);
  }

  /// The common beginning of the keys of a photo's image files.
  public static String prefix(String photoId) {
    return "photos/" + photoId + "_";
  }

  /// The id of the photo to which a file belongs, by its key or path.
  public static String photoId(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int end = name.indexOf('_');
    return end < 0 ? name : name.substring(0, end);
  }

  /// The key of a file of the old application that is no readable picture.
  public static String unreadable(String photoId) {
    return prefix(photoId) + "unreadable";
  }
}
