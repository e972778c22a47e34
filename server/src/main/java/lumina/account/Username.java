package lumina.account;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;

/// A valid username: of the letters a–z, digits and `_ . -`, with neither `.` nor `-` at an end;
/// compared without case. Names that sound official are reserved.
public record Username(String name) {
  private static final FieldLimit LIMIT = new FieldLimit("username", 3, 50);

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern WITH_ENDS = Pattern.compile("[^.-].*[^.-]");
  private static final Pattern SEPARATORS = Pattern.compile("[_.-]");
  private static final Set<String> RESERVED =
      Set.of(
          "abuse",
          "admin",
          "administrator",
          "administrators",
          "admins",
          "all",
          "anonymous",
          "channel",
          "everybody",
          "everyone",
          "help",
          "helpdesk",
          "here",
          "hostmaster",
          "info",
          "lumina",
          "luminaadmin",
          "luminahelp",
          "luminasupport",
          "luminateam",
          "moderation",
          "moderator",
          "nobody",
          "noreply",
          "null",
          "official",
          "operator",
          "owner",
          "postmaster",
          "root",
          "security",
          "staff",
          "superuser",
          "support",
          "sysadmin",
          "system",
          "team",
          "undefined",
          "webmaster");

  /// @throws Problem.Invalid with the rule that the name breaks
  public static Username of(@Nullable String typed) {
    String sent = typed == null ? "" : typed.strip();
    String name = Required.field("username", sent, "Please choose a username.");
    if (!LIMIT.allows(name.length())) {
      throw invalid("A username has %d to %d characters.".formatted(LIMIT.min(), LIMIT.max()));
    }
    if (!ALLOWED.matcher(name).matches()) {
      throw invalid("A username can have letters (a–z), digits, and the signs _ . - only.");
    }
    if (!WITH_ENDS.matcher(name).matches()) {
      throw invalid("A username begins and ends with a letter, a digit or _.");
    }
    if (isReserved(name)) {
      throw new Problem.Invalid(
          "username", "reserved_username", "This name is reserved. Please choose another one.");
    }
    return new Username(name);
  }

  private static boolean isReserved(String name) {
    return RESERVED.contains(SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT));
  }

  private static Problem invalid(String sentence) {
    return new Problem.Invalid("username", "invalid_username", sentence);
  }
}
