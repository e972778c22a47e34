package lumina.account.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lumina.http.problem.Problem;
import lumina.storage.StartRefused;
import lumina.text.FieldLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Checks new passwords: 8 to 200 characters, and none that an attacker tries first: the most
/// common ones (unless `COMMON_PASSWORDS=allow`), repetitions, and variations of the username or of
/// Lumina's name.
@Component
public class PasswordRules {
  /// At sign-up.
  public static final FieldLimit PASSWORD = new FieldLimit("password", 8, 200);

  /// At a change of the password.
  static final FieldLimit NEW_PASSWORD =
      new FieldLimit("new_password", PASSWORD.min(), PASSWORD.max());

  private static final int MIN_DISTINCT = 4;
  private static final String APP_NAME = "lumina";

  private final Set<String> common;

  PasswordRules(@Value("${lumina.common-passwords}") String setting) {
    common =
        switch (setting.strip()) {
          case "refuse" -> load();
          case "allow" -> Set.of();
          default ->
              throw new StartRefused(
                  "COMMON_PASSWORDS has an invalid value (%s): set it to refuse or allow."
                      .formatted(setting));
        };
  }

  /// @param limit of the field with the password
  /// @return the password as typed
  /// @throws Problem.Invalid with the rule that the password breaks
  public String check(FieldLimit limit, String typed, String username) {
    if (length(typed) > limit.max()) {
      throw new Problem.Invalid(
          limit.field(),
          "password_too_long",
          "A password has at most %d characters.".formatted(limit.max()));
    }
    String password = Passwords.normal(typed).toLowerCase(Locale.ROOT);
    if (length(password) < limit.min()) {
      throw new Problem.Invalid(
          limit.field(),
          "password_too_short",
          "A password needs at least %d characters.".formatted(limit.min()));
    }
    if (common.contains(password) || isEasy(password, username.toLowerCase(Locale.ROOT))) {
      throw new Problem.Invalid(
          limit.field(),
          "password_too_common",
          "This password is easy to guess. Try a few words in a row.");
    }
    return typed;
  }

  private static boolean isEasy(String password, String name) {
    return repeats(password)
        || isVariation(password, name)
        || isVariation(password, letters(name))
        || (password.contains(APP_NAME)
            && length(password.replace(APP_NAME, "").strip()) < PASSWORD.min());
  }

  /// A short part repeated (`abcabcabc`), or hardly any different characters.
  private static boolean repeats(String password) {
    return password.chars().distinct().count() < MIN_DISTINCT
        || IntStream.range(1, PASSWORD.min())
            .filter(piece -> 2 * piece <= password.length())
            .anyMatch(piece -> password.startsWith(password.substring(piece)));
  }

  /// The name with only digits and signs added.
  private static boolean isVariation(String password, String name) {
    return !name.isEmpty()
        && password.contains(name)
        && letters(password.replace(name, "")).isEmpty();
  }

  private static String letters(String text) {
    return text.replaceAll("\\P{L}", "");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
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
