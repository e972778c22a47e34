package lumina.photo;

import java.util.List;
import lumina.access.Audience;
import lumina.account.PersonSummary;
import lumina.media.ImageFormat;
import lumina.photo.detail.PhotoItem;
import org.jspecify.annotations.Nullable;

/// A photo as one viewer sees it.
///
/// @param position its place in every list, see [SortKey]
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
      IndexEntry entry,
      PhotoItem item,
      PersonSummary owner,
      @Nullable LatestComment latestComment) {
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
    static LatestComment of(PhotoItem.LatestComment remark, PersonSummary author) {
      return new LatestComment(
          remark.commentId(),
          remark.userId(),
          author.username(),
          remark.text(),
          remark.createdAt());
    }
  }
}
