package lumina.photo;

import java.util.Set;
import lumina.access.Audience;
import lumina.access.Audience.Circle;
import lumina.media.Playback;

/// Application events about photos, published in the transaction of the change.
public interface PhotoEvents {
  record Posted(String photoId, long ownerId, Audience audience, String caption) {}

  /// Some people who could see the photo cannot see it any more. It is published before the photo
  /// is moved to the trash or deleted, while it is known to whom albums and messages show it.
  ///
  /// @param lost those people: all of them, if it was deleted
  record Narrowed(String photoId, long ownerId, Set<Circle> lost) {}

  /// More people see the photo.
  ///
  /// @param audience the one that it has now
  record Widened(String photoId, long ownerId, Audience audience) {}

  record Deleted(String photoId) {}

  /// Its moving part has to be made playable.
  record Filmed(String photoId) {}

  /// Something about the file that browsers play is new.
  ///
  /// @param progress from 0 to 1, while it is being made
  record Played(
      String photoId, long ownerId, Audience audience, Playback.Status status, double progress) {}

  /// It is out of the trash again, for the audience that it had.
  ///
  /// @param imported others never learned of it by an event
  record Restored(String photoId, long ownerId, Audience audience, boolean imported) {}

  /// Somebody is about to like it, or to like it no more.
  ///
  /// @param likerId of a person, or negative of a guest
  record LikeChanging(String photoId, long likerId) {}

  /// Somebody likes it, or likes it no more; published after the deed.
  ///
  /// @param likerId of a person, or negative of a guest
  /// @param changed false if it was so already
  record Liked(String photoId, long ownerId, long likerId, boolean changed) {}

  /// The like of a guest becomes that of a person; published before the deed.
  record LikeAdopted(String photoId, long guestId, long userId) {}

  record Captioned(String photoId, long ownerId, String before, String caption) {}
}
