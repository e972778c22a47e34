package lumina.account;

import org.jspecify.annotations.Nullable;

/// A person with an account; `createdAt` in milliseconds since 1970.
///
/// @param name the display name, may be empty
/// @param defaultAudience the audience of new photos for which the person names none
/// @param shareCamera whether others learn with which camera the person's photos were taken
/// @param sharePlace whether friends learn where the person's photos were taken
/// @param coverPhotoId the photo above their page, null without one
/// @param picture the version of their picture, null without one
public record User(
    long id,
    String username,
    String email,
    String passwordHash,
    long createdAt,
    String name,
    String bio,
    String defaultAudience,
    boolean shareCamera,
    boolean sharePlace,
    @Nullable String coverPhotoId,
    @Nullable String picture) {

  /// The URL of a person's picture. A new picture has a new URL.
  public static @Nullable String pictureUrl(long userId, @Nullable String picture) {
    return picture == null
        ? null
        : "/api/users/%d/profile-picture/thumb?v=%s".formatted(userId, picture);
  }
}
