package lumina.account;

import java.util.regex.Pattern;
import lumina.http.Problem;
import org.jspecify.annotations.Nullable;

/// A name that may be taken: 3 to 50 of the letters a–z, digits and `_ . -`; compared without case.
record Username(String name) {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]+");

  /// @throws Problem.Invalid saying which rule the name breaks
  static Username of(@Nullable String typed) {
    String name = typed == null ? "" : typed.strip();
    if (name.isEmpty()) {
      throw new Problem.Invalid("username", "missing_field", "Please choose a username.");
    }
    if (name.length() < 3 || name.length() > 50) {
      throw invalid("A username has 3 to 50 characters.");
    }
    if (!ALLOWED.matcher(name).matches()) {
      throw invalid("A username can have letters (a–z), digits, and the signs _ . - only.");
    }
    return new Username(name);
  }

  private static Problem invalid(String sentence) {
    return new Problem.Invalid("username", "invalid_username", sentence);
  }
}
