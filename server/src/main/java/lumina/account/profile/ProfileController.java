package lumina.account.profile;

import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.account.Me;
import lumina.account.UserStore;
import lumina.account.UserStore.ProfileEdit;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// A person's own account, except password and sessions.
@RestController
@RequestMapping("/api/account")
class ProfileController {
  private static final FieldLimit NAME = new FieldLimit("name", 60);
  private static final FieldLimit BIO = new FieldLimit("bio", 300);

  /// The changed fields; null leaves a field as it is.
  ///
  /// @param shareCamera whether others learn with which camera my photos were taken
  /// @param sharePlace whether my friends learn where my photos were taken
  /// @param coverPhotoId the id of a photo of mine that stands above my page; null for none
  record EditProfileRequest(
      @Nullable String name,
      @Nullable String bio,
      @Nullable String defaultAudience,
      @Nullable Boolean shareCamera,
      @Nullable Boolean sharePlace,
      @Nullable JsonNode coverPhotoId) {}

  private final UserStore users;
  private final Covers covers;

  ProfileController(UserStore users, Covers covers) {
    this.covers = covers;
    this.users = users;
  }

  /// Changes my public profile, the default audience of my photos, and what they tell others.
  @PatchMapping
  Me editProfile(Person viewer, @RequestBody EditProfileRequest edit) {
    Audience audience = Audience.named(edit.defaultAudience());
    users.change(
        viewer.userId(),
        new ProfileEdit(
            edit.name() == null ? null : Text.line(NAME, edit.name()),
            edit.bio() == null ? null : Text.optional(BIO, edit.bio()),
            audience == null ? null : audience.word(),
            edit.shareCamera(),
            edit.sharePlace(),
            edit.coverPhotoId() == null ? null : covers.choose(viewer, edit.coverPhotoId())));
    return Me.of(users.require(viewer.userId()));
  }
}
