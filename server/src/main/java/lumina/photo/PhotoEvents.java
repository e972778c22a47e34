package lumina.photo;

import java.util.Set;
import lumina.access.Audience;
import lumina.access.Audience.Circle;
import lumina.access.Viewer.Person;

/// What happens to photos, for whoever wants to tell of it. Published within the transaction of the
/// deed.
public interface PhotoEvents {
  record Posted(String photoId, long ownerId, Audience audience, String caption) {}

  /// Some who could see it before, may not any more.
  ///
  /// @param lost those who lost sight of it: all, when it was deleted
  record Narrowed(String photoId, long ownerId, Set<Circle> lost) {}

  record Deleted(String photoId) {}

  /// Somebody likes it, or likes it no more; published after the deed.
  ///
  /// @param changed false if it was so already
  record Liked(String photoId, long ownerId, Person by, boolean changed) {}

  record Captioned(String photoId, long ownerId, String before, String caption) {}
}
