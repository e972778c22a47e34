package lumina.comment;

import org.jspecify.annotations.Nullable;

/// A comment.
///
/// @param sortKey of it among all comments
/// @param userPicture the version of the author's picture, null without one
/// @param clientId what its author's program calls it
/// @param createdAt milliseconds since 1970
/// @param deleted then nothing is left of its text
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
    boolean deleted) {}
