package lumina.photo;

import lumina.access.Audience;
import lumina.access.Viewer;

/// What happens to photos, for whoever wants to tell of it. Published within the transaction of the
/// deed.
public interface PhotoEvents {
  record Posted(String photoId, long ownerId, Audience audience, String caption) {}

  /// Who could see it before, may not any more.
  ///
  /// @param now who may see it now, the owner alone when it was deleted
  record Narrowed(String photoId, long ownerId, Audience before, Audience now) {}

  record Deleted(String photoId) {}

  /// Somebody likes it, or likes it no more; published after the deed.
  ///
  /// @param changed false if it was so already
  record Liked(String photoId, long ownerId, Viewer by, boolean changed) {}

  record Captioned(String photoId, long ownerId, String before, String caption) {}
}
