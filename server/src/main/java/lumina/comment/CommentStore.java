package lumina.comment;

import java.util.List;
import java.util.Optional;

/// Comments, by photo. The count on the photo changes together with the comment. It knows nothing
/// of audiences: whoever asks has looked up the photo before.
interface CommentStore {
  /// @param order its place under the photo, and among all of its author's; the newest is highest
  /// @param createdAt milliseconds since 1970
  record Said(
      long order, String commentId, String photoId, long userId, String text, long createdAt) {}

  /// Oldest first, those after a place, at most `rows`.
  List<Said> on(String photoId, long after, int rows);

  Optional<Said> find(String photoId, String commentId);

  /// The new comment, or empty if the photo is gone.
  Optional<Said> add(NewComment comment);

  /// @param username of its author
  record NewComment(String photoId, long userId, String username, String text) {}

  void remove(Said comment);

  /// What somebody said, latest first, those before a place, at most `rows`.
  List<Said> by(long userId, long before, int rows);
}
