package lumina.comment;

import lumina.comment.CommentStore.CommentRow;
import lumina.text.Excerpt;
import org.jspecify.annotations.Nullable;

/// What a comment replies to, as its reader may see it now.
///
/// @param userId null with all that follows if the comment was deleted, or is hidden from the
///   reader
/// @param text the beginning of it, at most 120 characters
public record QuotedComment(
    String commentId, @Nullable Long userId, @Nullable String username, @Nullable String text) {
  static QuotedComment of(CommentRow quoted, String username) {
    return new QuotedComment(
        quoted.commentId(), quoted.userId(), username, Excerpt.of(quoted.text(), Excerpt.OF_REPLY));
  }

  static QuotedComment gone(String commentId) {
    return new QuotedComment(commentId, null, null, null);
  }
}
