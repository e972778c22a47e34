package lumina.comment;

/// A comment.
///
/// @param sequence its place under the photo
/// @param createdAt milliseconds since 1970
public record Comment(
    long sequence,
    String commentId,
    String photoId,
    long userId,
    String username,
    String text,
    long createdAt) {}
