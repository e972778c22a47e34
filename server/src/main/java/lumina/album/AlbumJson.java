package lumina.album;

import java.util.List;
import lumina.access.AlbumAudience;
import lumina.account.PersonSummary;
import lumina.account.User;
import org.jspecify.annotations.Nullable;

/// An album as clients get it.
///
/// @param count the number of its photos that the viewer sees
/// @param cover the URL of the thumbnail that stands for it; null if the viewer sees no photo of it
/// @param coverPhotoId the photo of that thumbnail
/// @param members for its owner and its members, in the order in which they joined; empty for
///   others
public record AlbumJson(
    String albumId,
    long userId,
    String username,
    @Nullable String userPictureUrl,
    String title,
    String description,
    AlbumAudience audience,
    Contribution contribute,
    long count,
    @Nullable String cover,
    @Nullable String coverPhotoId,
    long createdAt,
    long updatedAt,
    List<AlbumMember> members) {

  /// A member of an album.
  public record AlbumMember(long userId, String username, @Nullable String pictureUrl) {
    static AlbumMember of(PersonSummary person) {
      return new AlbumMember(
          person.id(), person.username(), User.pictureUrl(person.id(), person.picture()));
    }
  }
}
