package lumina.comment;

import java.util.Optional;
import java.util.Set;
import lumina.account.User;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.CommentStore.NewComment;
import lumina.stores.Backend;

/// Adds comments for tests of other features.
public final class GivenComments {
  private GivenComments() {}

  /// Returns the id of the comment, or nothing if the photo does not exist any more.
  public static Optional<String> add(Backend backend, String photoId, User author, String text) {
    return backend
        .get(CommentStore.class)
        .add(new NewComment(photoId, author.id(), author.username(), text, null, null))
        .map(CommentRow::commentId);
  }

  public static boolean any(Backend backend, String photoId) {
    return !backend.get(CommentStore.class).on(photoId, 0, 1, Set.of()).isEmpty();
  }
}
