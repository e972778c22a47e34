package lumina.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which passwords may be chosen: 8 to 200 characters, and none of the most common ones.
@Component
class PasswordRules {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 200;
  private static final Set<String> COMMON = load();

  /// @throws Problem.Invalid saying which rule the password breaks
  String check(@Nullable String typed, String username) {
    if (typed == null || typed.isEmpty()) {
      throw new Problem.Invalid("password", "missing_field", "Please choose a password.");
    }
    if (typed.codePointCount(0, typed.length()) < SHORTEST) {
      throw invalid("password_too_short", "A password needs at least 8 characters.");
    }
    if (typed.length() > LONGEST) {
      throw invalid("password_too_long", "A password has at most 200 characters.");
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    if (COMMON.contains(lower) || lower.equals(username.toLowerCase(Locale.ROOT))) {
      throw invalid(
          "password_too_common", "This password is easy to guess. Try a few words in a row.");
    }
    return typed;
  }

  private static Problem invalid(String code, String sentence) {
    return new Problem.Invalid("password", code, sentence);
  }

  private static Set<String> load() {
    try (InputStream list =
        Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
