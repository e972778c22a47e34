package lumina.comment;

/// What tells where a comment is.
public record CommentKey(String photoId, String commentId) {}
