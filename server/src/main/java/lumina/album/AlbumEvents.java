package lumina.album;

import java.util.Set;
import lumina.access.AlbumAudience;

/// Application events about albums, published in the transaction of the change.
public interface AlbumEvents {
  /// An album shows something else, or to others, or does not exist any more.
  ///
  /// @param before the audience that it had
  /// @param after the audience that it has now
  /// @param people its owner, its members, and those who were members before
  record Changed(
      String albumId, long ownerId, AlbumAudience before, AlbumAudience after, Set<Long> people) {}

  record Joined(String albumId, long ownerId, long memberId) {}

  /// @param by the person who added photos
  /// @param people its owner and its members
  record PhotosAdded(String albumId, long by, Set<Long> people) {}

  record Deleted(String albumId) {}
}
