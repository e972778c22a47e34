package lumina.account.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer.Person;
import lumina.account.credential.LogIn;
import lumina.account.data.AccountDeletion;
import lumina.account.data.DataExport;
import lumina.http.Caller;
import lumina.http.problem.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// All data of a person's own account: its download and its deletion.
@RestController
@RequestMapping("/api/account")
class AccountDataController {
  record DeleteAccountRequest(@Nullable String password) {}

  private final LogIn logIn;
  private final AccountDeletion deletion;
  private final DataExport export;
  private final ProfilePictures pictures;

  AccountDataController(
      LogIn logIn, AccountDeletion deletion, DataExport export, ProfilePictures pictures) {
    this.pictures = pictures;
    this.logIn = logIn;
    this.deletion = deletion;
    this.export = export;
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
