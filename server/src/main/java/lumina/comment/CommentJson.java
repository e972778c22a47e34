package lumina.comment;

import lumina.account.User;
import org.jspecify.annotations.Nullable;

/// A comment as clients receive it.
public record CommentJson(
    String commentId,
    String photoId,
    long userId,
    String username,
    @Nullable String userPictureUrl,
    String text,
    @Nullable String clientId,
    long createdAt,
    boolean deleted) {
  public static CommentJson of(Comment c) {
    return new CommentJson(
        c.commentId(),
        c.photoId(),
        c.userId(),
        c.username(),
        User.pictureUrl(c.userId(), c.userPicture()),
        c.text(),
        c.clientId(),
        c.createdAt(),
        c.deleted());
  }
}
