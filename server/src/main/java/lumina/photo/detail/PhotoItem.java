package lumina.photo.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said about a photo, as one viewer finds it.
///
/// @param bytes size of the original
/// @param width in pixels, after its orientation is applied
/// @param placeholder ThumbHash, base64
/// @param damaged part of the picture is missing from the file
/// @param animated its original moves
/// @param liked by this viewer
public record PhotoItem(
    String photoId,
    String caption,
    List<String> tags,
    long bytes,
    int width,
    int height,
    String placeholder,
    boolean damaged,
    boolean animated,
    long likes,
    boolean liked,
    long commentCount,
    @Nullable LatestComment latest) {

  /// The newest comment; `createdAt` in milliseconds since 1970.
  public record LatestComment(String commentId, long userId, String text, long createdAt) {}

  PhotoItem liked(boolean byViewer) {
    return with(likes, byViewer, commentCount, latest);
  }

  /// @param newest the newest comment that is left
  public PhotoItem without(PhotoItems.Counts deeds, @Nullable LatestComment newest) {
    return with(likes - deeds.likes(), liked, commentCount - deeds.comments(), newest);
  }

  private PhotoItem with(
      long likes, boolean liked, long commentCount, @Nullable LatestComment newest) {
    return new PhotoItem(
        photoId,
        caption,
        tags,
        bytes,
        width,
        height,
        placeholder,
        damaged,
        animated,
        likes,
        liked,
        commentCount,
        newest);
  }
}
