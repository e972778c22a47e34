package lumina.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.id.SortKey;
import org.jspecify.annotations.Nullable;

/// Stores comments, by photo, sorted by time and id. Each change also updates the count on the
/// photo. It checks no audience: callers have looked up the photo for the viewer before.
public interface CommentStore {
  /// @param sortKey increases with time; unique under the photo and among the comments of the
  ///   author
  /// @param clientId the id that the author's client gave it, or null
  /// @param createdAt milliseconds since 1970
  /// @param deleted only the client id is left
  /// @param replyTo the id of the comment that it replies to, which may be deleted; or null
  record CommentRow(
      long sortKey,
      String commentId,
      String photoId,
      long userId,
      String text,
      @Nullable String clientId,
      long createdAt,
      boolean deleted,
      @Nullable String replyTo) {}

  /// Comments after a sort key, oldest first, at most `rows`, without those of some people.
  List<CommentRow> on(String photoId, long after, int rows, Set<Long> except);

  /// The comments just before this one, oldest first, at most `rows`.
  List<CommentRow> justBefore(CommentRow comment, int rows);

  Optional<CommentRow> find(String photoId, String commentId);

  /// Those of these comments that exist, by id, in a fixed number of calls (and one for each whose
  /// id another application made).
  Map<String, CommentRow> among(Collection<CommentKey> keys);

  /// Adds a comment. If its author used the same client id under this photo before, returns the
  /// first comment instead, even if it was deleted meanwhile. Empty if the photo does not exist.
  Optional<CommentRow> add(NewComment comment);

  /// @param username the author's
  /// @param replyTo the id of a comment on the same photo, or null
  record NewComment(
      String photoId,
      long userId,
      String username,
      String text,
      @Nullable String clientId,
      @Nullable String replyTo) {
    /// The row that it becomes.
    ///
    /// @param now when it is added, in milliseconds since 1970
    CommentRow row(String commentId, long now) {
      return new CommentRow(
          SortKey.of(now, commentId),
          commentId,
          photoId,
          userId,
          text,
          clientId,
          now,
          false,
          replyTo);
    }
  }

  /// Deletes a comment, but remembers its client id as long as the photo exists.
  void remove(CommentRow comment);

  /// Makes somebody else the author of a comment; everything else stays.
  ///
  /// @param username the new author's
  void reassign(CommentRow comment, long userId, String username);

  /// Deletes a comment and its client id.
  void forget(CommentRow comment);

  /// A person's comments before a sort key, latest first, at most `rows`; including deleted ones,
  /// if only [#forget] deletes what is left of them.
  List<CommentRow> by(long userId, long before, int rows);
}
