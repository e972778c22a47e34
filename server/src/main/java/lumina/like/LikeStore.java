package lumina.like;

import java.util.List;
import java.util.Set;
import lumina.id.SortKey;

/// Stores who likes which photo. The count on the photo changes together with the like.
public interface LikeStore {
  /// @param sortKey its sort key among the likes of a photo, and of a person; the newest is highest
  /// @param likedAt milliseconds since 1970
  record Like(long sortKey, String photoId, long userId, long likedAt) {}

  /// A like has no id, so its photo and person make its sort key unique.
  static long sortKey(long likedAt, String photoId, long userId) {
    return SortKey.ofAction(likedAt, photoId, userId);
  }

  /// @return whether it is new
  boolean add(String photoId, long userId);

  /// @return whether there was one
  boolean remove(String photoId, long userId);

  /// Makes a like that of somebody else; it stays where it is among the likes of the photo. If they
  /// like the photo already, it is removed.
  void reassign(Like like, long userId);

  boolean likes(String photoId, long userId);

  /// Returns the number of likes of a photo, 0 if it was deleted.
  long count(String photoId);

  /// Returns likes of a photo before a sort key, latest first, at most `rows`, without those of
  /// some people.
  List<Like> of(String photoId, long before, int rows, Set<Long> except);

  /// Returns likes of a person before a sort key, latest first, at most `rows`.
  List<Like> by(long userId, long before, int rows);
}
