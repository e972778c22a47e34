package lumina.like;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lumina.id.SortKey;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;

/// Stores who likes which photo, with which emoji. The counts on the photo change together with the
/// like.
public interface LikeStore {
  /// @param sortKey its sort key among the likes of a photo, and of a person; the newest is highest
  /// @param likedAt milliseconds since 1970
  record Like(long sortKey, String photoId, long userId, long likedAt, Reaction reaction) {
    Like of(long otherId) {
      return new Like(sortKey, photoId, otherId, likedAt, reaction);
    }
  }

  /// A like has no id, so its photo and person make its sort key unique.
  static long sortKey(long likedAt, String photoId, long userId) {
    return SortKey.ofAction(likedAt, photoId, userId);
  }

  /// Does nothing if they like it already, with whatever emoji.
  ///
  /// @return whether it is new
  boolean add(String photoId, long userId, Reaction reaction);

  /// Changes the emoji of a like; it stays where it is in lists.
  ///
  /// @return whether there was a like with another emoji
  boolean change(String photoId, long userId, Reaction reaction);

  /// @return whether there was one
  boolean remove(String photoId, long userId);

  /// Makes a like that of somebody else; it stays where it is among the likes of the photo. If they
  /// like the photo already, it is removed.
  void reassign(Like like, long userId);

  /// Returns the like of a person, empty if they do not like it.
  Optional<Like> find(String photoId, long userId);

  /// Returns how a person reacted to a photo, empty if they do not like it.
  default Optional<Reaction> reaction(String photoId, long userId) {
    return find(photoId, userId).map(Like::reaction);
  }

  /// Counts the likes of a photo, none if it was deleted.
  ReactionCounts count(String photoId);

  /// Returns likes of a photo before a sort key, latest first, at most `rows`, without those of
  /// some people.
  List<Like> of(String photoId, long before, int rows, Set<Long> except);

  /// Returns likes of a person before a sort key, latest first, at most `rows`.
  List<Like> by(long userId, long before, int rows);
}
