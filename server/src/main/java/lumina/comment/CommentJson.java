package lumina.comment;

import lumina.access.Viewer;
import lumina.account.User;
import org.jspecify.annotations.Nullable;

/// A comment as clients receive it.
///
/// @param guest whether the author is a guest without an account, who has no profile
/// @param replyTo the comment that it replies to, or null
public record CommentJson(
    String commentId,
    String photoId,
    long userId,
    String username,
    boolean guest,
    @Nullable String userPictureUrl,
    String text,
    @Nullable String clientId,
    long createdAt,
    boolean deleted,
    @Nullable QuotedComment replyTo) {
  public static CommentJson of(Comment c) {
    return new CommentJson(
        c.commentId(),
        c.photoId(),
        c.userId(),
        c.username(),
        Viewer.isGuest(c.userId()),
        User.pictureUrl(c.userId(), c.userPicture()),
        c.text(),
        c.clientId(),
        c.createdAt(),
        c.deleted(),
        c.replyTo());
  }
}
