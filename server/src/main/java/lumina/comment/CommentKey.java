package lumina.comment;

/// Identifies a comment.
public record CommentKey(String photoId, String commentId) {}
