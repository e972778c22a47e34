package lumina.account.signup;

import java.util.Locale;
import java.util.regex.Pattern;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.Username;
import lumina.account.credential.PasswordRules;
import lumina.account.credential.Passwords;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.http.problem.SecurityLog;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Creates accounts.
@Component
public class SignUp {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final FieldLimit EMAIL_LIMIT = new FieldLimit("email", 100);
  private static final String LOCAL_DOMAIN = "@lumina.local";
  private final UserStore users;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final SignUpPolicy policy;
  private final SignUpLimit limit;

  SignUp(
      UserStore users,
      Passwords passwords,
      PasswordRules rules,
      SignUpPolicy policy,
      SignUpLimit limit) {
    this.users = users;
    this.passwords = passwords;
    this.rules = rules;
    this.policy = policy;
    this.limit = limit;
  }

  /// @param invite the token of an invitation
  public record SignUpRequest(
      @Nullable String username,
      @Nullable String password,
      @Nullable String email,
      @Nullable String invite) {}

  /// @throws Problem.Invalid if a field breaks its rule, or the invitation is used up or expired
  /// @throws Problem.Forbidden if this person may not sign up
  /// @throws Problem.Conflict if the username or the address is taken
  /// @throws Problem.TooMany after too many sign-ups from this network
  public User signUp(SignUpRequest request, Caller caller) {
    String invite = policy.check(request.invite());
    limit.spend(caller.network());
    User user = makeOrGiveBack(request, invite, caller);
    SecurityLog.about(user.id(), user.username());
    SecurityLog.note("signed_up");
    return user;
  }

  /// What is refused for another reason does not count against the limit.
  private User makeOrGiveBack(SignUpRequest request, String invite, Caller caller) {
    try {
      return make(request, invite, caller);
    } catch (RuntimeException refused) {
      limit.giveBack(caller.network());
      throw refused;
    }
  }

  /// Creates an account regardless of `SIGN_UP`, for Lumina itself.
  public User enrol(String username, String password) {
    return make(new SignUpRequest(username, password, null, null), "", Caller.HERE);
  }

  private User make(SignUpRequest request, String invite, Caller caller) {
    String name = Username.of(request.username()).name();
    String typed = Required.field("password", request.password(), "Please choose a password.");
    String chosen = rules.check(PasswordRules.PASSWORD, typed, name);
    String address = email(request.email(), name);
    if (users.findByName(name).isPresent()) {
      throw taken(name);
    }
    if (users.hasEmail(address)) {
      throw new Problem.Conflict("email_taken", "There is an account with this e-mail address.");
    }
    String hash = passwords.hash(chosen, caller);
    try {
      return policy.admit(new SignUpPolicy.Newcomer(name, address, hash, invite));
    } catch (DuplicateKeyException somebodyWasFaster) {
      throw taken(name);
    }
  }

  public boolean anybody() {
    return users.any();
  }

  private static String email(@Nullable String typed, String name) {
    String address = Text.optional(EMAIL_LIMIT, typed);
    if (address.isEmpty()) {
      return name + LOCAL_DOMAIN;
    }
    if (!EMAIL.matcher(address).matches()) {
      throw new Problem.Invalid(
          "email", "invalid_email", "This does not look like an e-mail address.");
    }
    if (isLocal(address) && !address.equalsIgnoreCase(name + LOCAL_DOMAIN)) {
      throw new Problem.Invalid(
          "email",
          "reserved_email",
          "Addresses of this place are given by it. Please leave the address out, or take another.");
    }
    return address;
  }

  private static boolean isLocal(String address) {
    return address.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "").endsWith(LOCAL_DOMAIN);
  }

  private static Problem taken(String name) {
    return new Problem.Conflict("username_taken", "The name %s is taken.".formatted(name));
  }
}
