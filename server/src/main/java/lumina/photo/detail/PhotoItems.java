package lumina.photo.detail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.access.Audience;
import org.jspecify.annotations.Nullable;

/// Keeps what is said about photos. It knows nothing of audiences: whoever asks has been to the
/// [PhotoIndex] before.
public interface PhotoItems {
  /// By photo id; those that have no item (any more) are not in it.
  ///
  /// @param viewerId whose likes are told
  /// @param photos revisions from the index, by photo id
  Map<String, PhotoItem> read(long viewerId, Map<String, Long> photos);

  /// How often some people like a photo, and speak under it.
  record Counts(long likes, long comments) {
    private static final Counts NONE = new Counts(0, 0);

    public static Counts in(Map<String, Counts> all, String photoId) {
      return all.getOrDefault(photoId, NONE);
    }

    Counts and(Counts more) {
      return new Counts(likes + more.likes, comments + more.comments);
    }
  }

  /// What some people did under each of these photos, by photo id.
  ///
  /// @param photos revisions from the index, by photo id
  /// @param people by photo id
  Map<String, Counts> deeds(Map<String, Long> photos, Map<String, Set<Long>> people);

  /// The newest comment that is by none of these people.
  Optional<PhotoItem.LatestComment> latestExcept(Set<Long> people, String photoId);

  /// @param username of its owner
  /// @param createdAt milliseconds since 1970
  void add(NewPhoto photo, String username, long createdAt);

  /// Does nothing when the photo is gone.
  ///
  /// @param audience null to leave it as it is
  void edit(String photoId, PhotoText words, @Nullable Audience audience);

  /// Says what came of its original when that was read anew; does nothing when the photo is gone.
  void describe(String photoId, Picture picture);

  /// Takes a photo away with its comments and likes. Cut off in the middle, it can be done again;
  /// doing it for a photo that is gone is fine.
  void remove(String photoId);
}
