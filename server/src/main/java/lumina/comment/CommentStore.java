package lumina.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Comments, by photo, in the order of their times and ids. The count on the photo changes together
/// with the comment. It knows nothing of audiences: whoever asks has looked up the photo before.
interface CommentStore {
  /// @param sortKey of it under the photo, and among all of its author's; the newest is highest
  /// @param clientId what its author's program calls it
  /// @param createdAt milliseconds since 1970
  /// @param deleted then nothing is left of it but what its author's program called it
  record CommentRow(
      long sortKey,
      String commentId,
      String photoId,
      long userId,
      String text,
      @Nullable String clientId,
      long createdAt,
      boolean deleted) {}

  /// Oldest first, those after a sort key, at most `rows`, without what some people said.
  List<CommentRow> on(String photoId, long after, int rows, Set<Long> except);

  /// Those just before a comment, oldest first, at most `rows`.
  List<CommentRow> justBefore(CommentRow comment, int rows);

  Optional<CommentRow> find(String photoId, String commentId);

  /// These comments, by their ids, in a fixed number of calls; those that are not there (any more)
  /// are not in it.
  Map<String, CommentRow> among(Collection<CommentKey> keys);

  /// The new comment, or the first one that its author's program called so under this photo, also
  /// when it was deleted meanwhile; empty if the photo is gone.
  Optional<CommentRow> add(NewComment comment);

  /// @param username of its author
  record NewComment(
      String photoId, long userId, String username, String text, @Nullable String clientId) {}

  /// What its author's program called it is remembered as long as the photo is there.
  void remove(CommentRow comment);

  /// Removes it, and what its author's program called it.
  void forget(CommentRow comment);

  /// What somebody said, latest first, those before a sort key, at most `rows`; deleted ones among
  /// them, where nobody else forgets these.
  List<CommentRow> by(long userId, long before, int rows);
}
