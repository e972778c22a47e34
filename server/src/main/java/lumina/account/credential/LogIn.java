package lumina.account.credential;

import java.util.Locale;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.session.DeviceStore;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.http.problem.SecurityLog;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks usernames and passwords.
@Component
public class LogIn {
  /// For a missing password.
  public static final String TYPE_IT = "Please type your password.";

  private static final FieldLimit NAME = new FieldLimit("username", 1_000);

  /// A longer password is wrong; only its beginning is hashed.
  private static final int MAX_LENGTH = 1_000;

  private final UserStore users;
  private final DeviceStore devices;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final PasswordGuesses guesses;

  LogIn(
      UserStore users,
      DeviceStore devices,
      Passwords passwords,
      PasswordRules rules,
      PasswordGuesses guesses) {
    this.users = users;
    this.devices = devices;
    this.passwords = passwords;
    this.rules = rules;
    this.guesses = guesses;
  }

  /// @param device the token of the device cookie, empty without one
  /// @throws Problem.Unauthorized if username and password do not match
  /// @throws Problem.TooMany after too many wrong passwords, see [PasswordGuesses]
  User logIn(@Nullable String username, @Nullable String password, String device, Caller caller) {
    String name = Text.required(NAME, username);
    String typed = Required.field("password", password, TYPE_IT);
    Optional<User> user = users.findByName(name);
    Caller known =
        user.filter(it -> devices.knows(it.id(), device))
            .map(it -> caller.as(DeviceStore.hash(it.id(), device)))
            .orElse(caller);
    String account = name.toLowerCase(Locale.ROOT);
    user.ifPresent(it -> SecurityLog.about(it.id(), it.username()));
    try {
      return guesses.count(account, known, () -> authenticate(user, typed, known));
    } catch (Problem.Unauthorized wrong) {
      SecurityLog.note("log_in_failed");
      throw wrong;
    }
  }

  /// Checks the password again before a change that cannot be undone. Wrong guesses of people
  /// without a session do not count here.
  ///
  /// @throws Problem.Forbidden if the password is wrong
  /// @throws Problem.TooMany after very many wrong passwords
  public void confirm(Person viewer, String password, Caller caller) {
    Optional<User> user = users.find(viewer.userId());
    Caller known = caller.as("session of %d@%s".formatted(viewer.userId(), caller.network()));
    try {
      var _ = guesses.count("", known, () -> authenticate(user, password, known));
    } catch (Problem.Unauthorized wrong) {
      throw new Problem.Forbidden("wrong_password", "This is not your current password.");
    }
  }

  /// @throws Problem.Invalid if the new password breaks a rule
  void changePassword(Person viewer, String password, Caller caller) {
    String chosen = rules.check(PasswordRules.NEW_PASSWORD, password, viewer.username());
    users.replacePasswordHash(
        viewer.userId(), passwords.hash(chosen, caller.as(viewer.username())));
    SecurityLog.note("password_changed");
  }

  private User authenticate(Optional<User> found, String password, Caller caller) {
    User user = found.orElse(null);
    if (user == null || password.length() > MAX_LENGTH) {
      passwords.matchDummy(password.substring(0, Math.min(password.length(), MAX_LENGTH)), caller);
      throw wrong();
    }
    if (!passwords.matches(password, user.passwordHash(), caller)) {
      throw wrong();
    }
    if (passwords.outdated(user.passwordHash())) {
      users.replacePasswordHash(user.id(), passwords.hash(password, caller));
    }
    return user;
  }

  private static Problem wrong() {
    return new Problem.Unauthorized("wrong_credentials", "Name and password do not match.");
  }
}
