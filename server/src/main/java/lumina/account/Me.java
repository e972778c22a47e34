package lumina.account;

import lumina.access.Audience;
import org.jspecify.annotations.Nullable;

/// A person's own account, as that person sees it.
///
/// @param shareCamera whether others learn with which camera the person's photos were taken
/// @param sharePlace whether friends learn where the person's photos were taken
/// @param coverPhotoId the photo above the person's page
public record Me(
    long id,
    String username,
    String email,
    String name,
    String bio,
    @Nullable String pictureUrl,
    String defaultAudience,
    boolean shareCamera,
    boolean sharePlace,
    @Nullable String coverPhotoId,
    long createdAt) {
  public static Me of(User user) {
    return new Me(
        user.id(),
        user.username(),
        user.email(),
        user.name(),
        user.bio(),
        User.pictureUrl(user.id(), user.picture()),
        Audience.stored(user.defaultAudience()).word(),
        user.shareCamera(),
        user.sharePlace(),
        user.coverPhotoId(),
        user.createdAt());
  }
}
