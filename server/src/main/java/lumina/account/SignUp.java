package lumina.account;

import java.util.regex.Pattern;
import lumina.http.Caller;
import lumina.http.Problem;
import lumina.http.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Makes an account.
@Component
public class SignUp {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int LONGEST_EMAIL = 100;
  private final UserStore users;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final SignUpLimit limit;

  SignUp(UserStore users, Passwords passwords, PasswordRules rules, SignUpLimit limit) {
    this.users = users;
    this.passwords = passwords;
    this.rules = rules;
    this.limit = limit;
  }

  /// @throws Problem.Invalid if a field breaks its rule
  /// @throws Problem.Conflict if the name or the address is taken
  /// @throws Problem.TooMany when there were too many from this network
  public User signUp(
      @Nullable String username, @Nullable String password, @Nullable String email, Caller caller) {
    limit.check(caller.network());
    String name = Username.of(username).name();
    String chosen = rules.check(password, name);
    String address = email(email, name);
    if (users.findByName(name).isPresent()) {
      throw taken(name);
    }
    if (users.hasEmail(address)) {
      throw new Problem.Conflict("email_taken", "There is an account with this e-mail address.");
    }
    String hash = passwords.hash(chosen, caller);
    try {
      User user = users.add(name, address, hash);
      limit.spend(caller.network());
      return user;
    } catch (DuplicateKeyException somebodyWasFaster) {
      throw taken(name);
    }
  }

  public boolean anybody() {
    return users.any();
  }

  private static String email(@Nullable String typed, String name) {
    String address = Text.optional("email", typed, LONGEST_EMAIL);
    if (address.isEmpty()) {
      return name + "@lumina.local";
    }
    if (!EMAIL.matcher(address).matches()) {
      throw new Problem.Invalid(
          "email", "invalid_email", "This does not look like an e-mail address.");
    }
    return address;
  }

  private static Problem taken(String name) {
    return new Problem.Conflict("username_taken", "The name %s is taken.".formatted(name));
  }
}
