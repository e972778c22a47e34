package lumina.like;

import java.util.Set;
import lumina.account.User;
import lumina.stores.Backend;
import lumina.text.Reaction;

/// Adds likes for tests of other features.
public final class GivenLikes {
  private GivenLikes() {}

  /// Returns whether the like is new.
  public static boolean add(Backend backend, String photoId, User person) {
    return backend.get(LikeStore.class).add(photoId, person.id(), Reaction.HEART);
  }

  public static boolean likes(Backend backend, String photoId, User person) {
    return backend.get(LikeStore.class).reaction(photoId, person.id()).isPresent();
  }

  public static boolean any(Backend backend, String photoId) {
    return !backend.get(LikeStore.class).of(photoId, Long.MAX_VALUE, 1, Set.of()).isEmpty();
  }
}
