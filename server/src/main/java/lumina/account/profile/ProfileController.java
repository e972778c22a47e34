package lumina.account.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.account.Me;
import lumina.account.UserStore;
import lumina.account.UserStore.ProfileEdit;
import lumina.account.credential.LogIn;
import lumina.account.data.AccountDeletion;
import lumina.account.data.DataExport;
import lumina.http.Caller;
import lumina.http.problem.Required;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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
  record EditProfileRequest(
      @Nullable String name,
      @Nullable String bio,
      @Nullable String defaultAudience,
      @Nullable Boolean shareCamera,
      @Nullable Boolean sharePlace) {}

  record DeleteAccountRequest(@Nullable String password) {}

  private final UserStore users;
  private final LogIn logIn;
  private final AccountDeletion deletion;
  private final DataExport export;
  private final ProfilePictures pictures;

  ProfileController(
      UserStore users,
      LogIn logIn,
      AccountDeletion deletion,
      DataExport export,
      ProfilePictures pictures) {
    this.pictures = pictures;
    this.users = users;
    this.logIn = logIn;
    this.deletion = deletion;
    this.export = export;
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
            edit.sharePlace()));
    return Me.of(users.require(viewer.userId()));
  }

  /// Downloads all my data as a zip.
  @GetMapping("/download")
  void downloadAccount(Person viewer, HttpServletResponse response) throws IOException {
    export.write(viewer, response);
  }

  /// Deletes my account permanently, with all photos, comments, likes and messages.
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteAccount(
      Person viewer, @RequestBody DeleteAccountRequest confirmation, HttpServletRequest request) {
    String password = Required.field("password", confirmation.password(), LogIn.TYPE_IT);
    logIn.confirm(viewer, password, Caller.of(request));
    pictures.remove(viewer.userId());
    deletion.leave(viewer);
  }
}
