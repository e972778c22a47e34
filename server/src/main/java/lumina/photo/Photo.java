package lumina.photo;

import lumina.access.Audience;
import lumina.account.PersonSummary;
import lumina.media.Capture;
import lumina.photo.detail.PhotoDetails;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.Picture;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;

/// A photo as one viewer sees it.
///
/// @param entry its row in the index
/// @param reaction of this viewer, null if they do not like it
/// @param checksum SHA-256 of the original in hex; null if unknown, or not for this viewer
public record Photo(
    IndexEntry entry,
    PersonSummary owner,
    PhotoDetails details,
    ReactionCounts reactions,
    @Nullable Reaction reaction,
    long commentCount,
    @Nullable LatestComment latestComment,
    @Nullable String checksum) {

  static Photo of(
      IndexEntry entry,
      PhotoItem item,
      PersonSummary owner,
      @Nullable LatestComment latestComment) {
    return new Photo(
        entry,
        owner,
        item.details(entry.topic()),
        item.reactions(),
        item.reaction(),
        item.commentCount(),
        latestComment,
        null);
  }

  public String photoId() {
    return entry.photoId();
  }

  public long userId() {
    return entry.userId();
  }

  public String username() {
    return owner.username();
  }

  public long likes() {
    return reactions.all();
  }

  public boolean liked() {
    return reaction != null;
  }

  public PhotoText text() {
    return details.text();
  }

  public Picture picture() {
    return details.picture();
  }

  /// How it was taken, as the file says.
  public Capture capture() {
    return details.capture();
  }

  /// Returns this photo with what a viewer may know of its file.
  Photo with(Capture capture, @Nullable String checksum) {
    PhotoDetails less = new PhotoDetails(text(), picture(), capture);
    return new Photo(
        entry, owner, less, reactions, reaction, commentCount, latestComment, checksum);
  }

  public Audience audience() {
    return entry.audience();
  }

  /// The newest comment, as a card shows it.
  ///
  /// @param guest whether the author is a guest without an account, who has no profile
  public record LatestComment(
      String commentId, long userId, String username, boolean guest, String text, long createdAt) {
    static LatestComment of(PhotoItem.LatestComment remark, PersonSummary author) {
      return new LatestComment(
          remark.commentId(),
          remark.userId(),
          author.nameAt(remark.createdAt()),
          author.isGuest(),
          remark.text(),
          remark.createdAt());
    }
  }
}
