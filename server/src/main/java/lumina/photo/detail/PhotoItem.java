package lumina.photo.detail;

import org.jspecify.annotations.Nullable;

/// The stored details of a photo, with counts as one viewer sees them.
///
/// @param details without the topic, which is in the index
/// @param liked whether this viewer likes it
public record PhotoItem(
    String photoId,
    PhotoDetails details,
    long likes,
    boolean liked,
    long commentCount,
    @Nullable LatestComment latest) {

  /// The newest comment; `createdAt` in milliseconds since 1970.
  public record LatestComment(String commentId, long userId, String text, long createdAt) {}

  /// @param topic from the index
  public PhotoDetails details(String topic) {
    return details.with(details.text().under(topic));
  }

  PhotoItem liked(boolean byViewer) {
    return new PhotoItem(photoId, details, likes, byViewer, commentCount, latest);
  }

  /// @param newest the newest comment that is left
  public PhotoItem without(PhotoItems.Counts deeds, @Nullable LatestComment newest) {
    return new PhotoItem(
        photoId, details, likes - deeds.likes(), liked, commentCount - deeds.comments(), newest);
  }
}
