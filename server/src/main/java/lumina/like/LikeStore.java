package lumina.like;

import java.util.List;
import java.util.Set;
import lumina.id.SortKey;

/// Who likes what. The count on the photo changes together with the like.
interface LikeStore {
  /// @param sortKey of it among the likes of a photo, and of a person; the newest is highest
  /// @param likedAt milliseconds since 1970
  record Like(long sortKey, String photoId, long userId, long likedAt) {}

  /// A like has no id: what it is about and whose it is tells it from others.
  static long sortKey(long likedAt, String photoId, long userId) {
    return SortKey.ofDeed(likedAt, photoId, userId);
  }

  /// @return whether it is new
  boolean add(String photoId, long userId);

  /// @return whether there was one
  boolean remove(String photoId, long userId);

  boolean likes(String photoId, long userId);

  /// How many like a photo, 0 when it is gone.
  long count(String photoId);

  /// Latest first, those before a sort key, at most `rows`, without those of some people.
  List<Like> of(String photoId, long before, int rows, Set<Long> except);

  /// What somebody likes, latest first, those before a sort key, at most `rows`.
  List<Like> by(long userId, long before, int rows);
}
