package lumina.comment;

import org.jspecify.annotations.Nullable;

/// A comment.
///
/// @param sortKey its position among all comments
/// @param userPicture the version of the author's picture, null without one
/// @param clientId the id that the author's client gave it, or null
/// @param createdAt milliseconds since 1970
/// @param deleted it was deleted, and its text is gone
/// @param replyTo what it replies to, or null
public record Comment(
    long sortKey,
    String commentId,
    String photoId,
    long userId,
    String username,
    @Nullable String userPicture,
    String text,
    @Nullable String clientId,
    long createdAt,
    boolean deleted,
    @Nullable QuotedComment replyTo) {}
