package lumina.account;

import java.time.Duration;
import java.util.Locale;
import lumina.http.Problem;
import lumina.http.RateLimit;
import lumina.http.RateLimits;
import lumina.http.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks a name and a password.
@Component
public class LogIn {
  private static final int LONGEST = 1_000;
  private final UserStore users;
  private final Passwords passwords;
  private final RateLimit guesses;

  LogIn(UserStore users, Passwords passwords, RateLimits limits) {
    this.users = users;
    this.passwords = passwords;
    // Ten wrong guesses, then one every 90 seconds: a nuisance to the owner at worst, hopeless for
    // a guesser.
    this.guesses =
        limits.of(
            10,
            Duration.ofMinutes(15),
            "too_many_attempts",
            "Too many wrong passwords for this account. Please wait a little and try again.");
  }

  /// @throws Problem.Unauthorized if name and password do not belong together
  /// @throws Problem.TooMany after ten wrong passwords for one account
  User logIn(@Nullable String username, @Nullable String password) {
    String name = Text.required("username", username, LONGEST);
    if (password == null || password.isEmpty()) {
      throw new Problem.Invalid("password", "missing_field", "Please type your password.");
    }
    // Spent before the slow check and given back after success, so that guesses in parallel count
    // too.
    String account = name.toLowerCase(Locale.ROOT);
    guesses.spend(account);
    User user = authenticate(name, password);
    guesses.forget(account);
    return user;
  }

  /// Makes sure that it is really them, before something that cannot be undone.
  ///
  /// @throws Problem.Forbidden if the password is wrong
  /// @throws Problem.TooMany after ten wrong passwords
  public void confirm(Viewer viewer, @Nullable String password) {
    try {
      var _ = logIn(viewer.username(), password);
    } catch (Problem.Unauthorized wrong) {
      throw new Problem.Forbidden("wrong_password", "This is not your current password.");
    }
  }

  /// @throws Problem.Invalid if the new password breaks a rule
  void changePassword(Viewer viewer, @Nullable String password) {
    NewPassword chosen = NewPassword.of(password, viewer.username());
    users.replacePasswordHash(viewer.userId(), passwords.hash(chosen.value()));
  }

  private User authenticate(String name, String password) {
    User user = users.findByName(name).orElse(null);
    if (user == null || password.length() > LONGEST) {
      passwords.matchNobody(password.substring(0, Math.min(password.length(), LONGEST)));
      throw wrong();
    }
    if (!passwords.matches(password, user.passwordHash())) {
      throw wrong();
    }
    if (passwords.outdated(user.passwordHash())) {
      users.replacePasswordHash(user.id(), passwords.hash(password));
    }
    return user;
  }

  private static Problem wrong() {
    return new Problem.Unauthorized("wrong_credentials", "Name and password do not match.");
  }
}
