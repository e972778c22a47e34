package lumina.account;

import org.jspecify.annotations.Nullable;

/// A person with an account; `createdAt` in milliseconds since 1970.
///
/// @param name as they want to be called, may be empty
/// @param defaultAudience who may see a photo for which they say nothing
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
    @Nullable String picture) {

  /// Where a person's picture is; a new one has a new address.
  public static @Nullable String pictureUrl(long userId, @Nullable String picture) {
    return picture == null
        ? null
        : "/api/users/%d/profile-picture/thumb?v=%s".formatted(userId, picture);
  }
}
