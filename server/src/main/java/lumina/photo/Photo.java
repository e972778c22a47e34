package lumina.photo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lumina.account.Face;
import lumina.imaging.ImageFormat;
import lumina.imaging.ImageSize;
import org.jspecify.annotations.Nullable;

/// A photo as one viewer sees it.
///
/// @param position its place in every list, see [Position]
/// @param version of its files and audience, see [ImageAddresses]
/// @param userPicture the version of the owner's picture, null without one
/// @param topic as first written, empty when it has none
/// @param createdAt milliseconds since 1970
/// @param bytes size of the original
/// @param width in pixels, after its orientation is applied
/// @param placeholder ThumbHash, base64
/// @param damaged part of the picture is missing from the file
/// @param animated its original moves
/// @param liked by this viewer
public record Photo(
    long position,
    long version,
    String photoId,
    long userId,
    String username,
    @Nullable String userPicture,
    String topic,
    String caption,
    List<String> tags,
    Audience audience,
    long createdAt,
    ImageFormat format,
    long bytes,
    int width,
    int height,
    String placeholder,
    boolean damaged,
    boolean animated,
    long likes,
    boolean liked,
    long commentCount,
    @Nullable LatestComment latestComment) {

  static Photo of(
      IndexEntry entry, PhotoItem item, Face owner, @Nullable LatestComment latestComment) {
    return new Photo(
        entry.position(),
        entry.version(),
        entry.photoId(),
        entry.userId(),
        owner.username(),
        owner.picture(),
        entry.topic(),
        item.caption(),
        item.tags(),
        entry.audience(),
        entry.createdAt(),
        entry.format(),
        item.bytes(),
        item.width(),
        item.height(),
        item.placeholder(),
        item.damaged(),
        item.animated(),
        item.likes(),
        item.liked(),
        item.commentCount(),
        latestComment);
  }

  /// The newest comment, as a card shows it.
  public record LatestComment(
      String commentId, long userId, String username, String text, long createdAt) {
    static LatestComment of(PhotoItem.Remark remark, Face author) {
      return new LatestComment(
          remark.commentId(),
          remark.userId(),
          author.username(),
          remark.text(),
          remark.createdAt());
    }
  }

  /// Where the original lies.
  static String fullKey(String photoId, ImageFormat format) {
    return keyPrefix(photoId) + "full." + format.suffix();
  }

  /// Where others' copy of it lies.
  static String cleanKey(String photoId, ImageFormat format) {
    return keyPrefix(photoId) + "clean." + format.suffix();
  }

  static String key(String photoId, ImageSize size) {
    return "photos/" + photoId + size.suffix();
  }

  /// The image files of a photo with their media types, by their keys. Not all need be there.
  public static Map<String, String> files(String photoId, ImageFormat format) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(fullKey(photoId, format), format.mediaType());
    files.put(cleanKey(photoId, format), format.mediaType());
    for (ImageSize size : ImageSize.values()) {
      files.put(key(photoId, size), size.mediaType());
    }
    files.put(PhotoInheritance.unreadableKey(photoId), "application/octet-stream");
    return files;
  }

  /// Every key that an image file of a photo may have. Stores cannot be asked for them all: in the
  /// cloud nobody may list what is in the bucket.
  static List<String> keys(String photoId) {
    List<String> keys = new ArrayList<>();
    for (ImageFormat format : ImageFormat.values()) {
      keys.add(fullKey(photoId, format));
      keys.add(cleanKey(photoId, format));
    }
    for (ImageSize size : ImageSize.values()) {
      keys.add(key(photoId, size));
    }
    keys.add(PhotoInheritance.unreadableKey(photoId));
    return keys;
  }

  /// What the keys of all image files of a photo begin with.
  static String keyPrefix(String photoId) {
    return "photos/" + photoId + "_";
  }
}
