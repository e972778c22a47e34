package lumina.photo.detail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.access.Audience;
import lumina.media.Capture;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;

/// Stores the details of photos. It does not check who may see them: callers ask the [PhotoIndex]
/// first.
public interface PhotoItems {
  /// Returns items by photo id; photos without an item are missing from the result.
  ///
  /// @param viewerId the person whose likes are included
  /// @param photos revisions from the index, by photo id
  Map<String, PhotoItem> read(long viewerId, Map<String, Long> photos);

  /// The number of likes and comments by some people.
  record Counts(ReactionCounts likes, long comments) {
    private static final Counts NONE = new Counts(ReactionCounts.NONE, 0);

    public static Counts in(Map<String, Counts> all, String photoId) {
      return all.getOrDefault(photoId, NONE);
    }

    Counts and(Counts more) {
      return new Counts(likes.plus(more.likes), comments + more.comments);
    }
  }

  /// Counts likes and comments by some people under each of these photos, by photo id.
  ///
  /// @param photos revisions from the index, by photo id
  /// @param people by photo id
  Map<String, Counts> deeds(Map<String, Long> photos, Map<String, Set<Long>> people);

  /// Returns the newest comment by anybody except these people.
  Optional<PhotoItem.LatestComment> latestExcept(Set<Long> people, String photoId);

  /// @param username of its owner
  /// @param createdAt milliseconds since 1970
  void add(NewPhoto photo, String username, long createdAt);

  /// Does nothing if the photo was deleted.
  ///
  /// @param audience null to leave it as it is
  void edit(String photoId, PhotoText.Edit edit, @Nullable Audience audience);

  /// Replaces the properties of the picture after a rederivation; does nothing if the photo was
  /// deleted.
  void describe(String photoId, Picture picture);

  /// Replaces what the file says about how it was taken; does nothing if the photo was deleted.
  void describe(String photoId, Capture capture);

  /// Deletes a photo with its comments and likes. Can be repeated after an interruption, or for a
  /// photo that does not exist.
  void remove(String photoId);
}
