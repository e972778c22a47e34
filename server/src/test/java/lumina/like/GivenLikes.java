package lumina.like;

import java.util.Set;
import lumina.account.User;
import lumina.stores.Backend;

/// Likes for tests of what shows them.
public final class GivenLikes {
  private GivenLikes() {}

  /// Returns whether it is new.
  public static boolean add(Backend backend, String photoId, User person) {
    return backend.get(LikeStore.class).add(photoId, person.id());
  }

  public static boolean likes(Backend backend, String photoId, User person) {
    return backend.get(LikeStore.class).likes(photoId, person.id());
  }

  public static boolean any(Backend backend, String photoId) {
    return !backend.get(LikeStore.class).of(photoId, Long.MAX_VALUE, 1, Set.of()).isEmpty();
  }
}
