package lumina.photo.detail;

import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;

/// The stored details of a photo, with counts as one viewer sees them.
///
/// @param details without the topic, which is in the index
/// @param reaction of this viewer, null if they do not like it
public record PhotoItem(
    String photoId,
    PhotoDetails details,
    ReactionCounts reactions,
    @Nullable Reaction reaction,
    long commentCount,
    @Nullable LatestComment latest) {

  /// The newest comment; `createdAt` in milliseconds since 1970.
  public record LatestComment(String commentId, long userId, String text, long createdAt) {}

  /// @param topic from the index
  public PhotoDetails details(String topic) {
    return details.with(details.text().under(topic));
  }

  /// Reads the counts of reactions: `likes` counts everybody, and every emoji but the heart has a
  /// field of its own.
  static ReactionCounts reactions(FieldReader from) {
    return ReactionCounts.of(from.number("likes"), it -> from.number(counted(it)));
  }

  public void writeReactions(FieldWriter to) {
    to.number("likes", reactions.all());
    Reaction.others().forEach(it -> to.number(counted(it), reactions.count(it)));
  }

  /// The name of the field that counts a reaction other than the heart.
  public static String counted(Reaction reaction) {
    return "reacted_" + reaction.word();
  }

  public long likes() {
    return reactions.all();
  }

  public boolean liked() {
    return reaction != null;
  }

  PhotoItem with(@Nullable Reaction byViewer) {
    return new PhotoItem(photoId, details, reactions, byViewer, commentCount, latest);
  }

  /// @param newest the newest comment that is left
  public PhotoItem without(PhotoItems.Counts deeds, @Nullable LatestComment newest) {
    return new PhotoItem(
        photoId,
        details,
        reactions.minus(deeds.likes()),
        reaction,
        commentCount - deeds.comments(),
        newest);
  }
}
