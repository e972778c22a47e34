package lumina.account.credential;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.session.DeviceStore;
import lumina.account.session.SessionStore;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import lumina.http.problem.SecurityLog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Sets a new password for a person who forgot theirs, read from the terminal or from the first
/// line of standard input. All their sessions end, and their devices are forgotten.
@Component("password")
@ConditionalOnNotWebApplication
class PasswordCommand implements Command {
  private final UserStore users;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final SessionStore sessions;
  private final DeviceStore devices;

  PasswordCommand(
      UserStore users,
      Passwords passwords,
      PasswordRules rules,
      SessionStore sessions,
      DeviceStore devices) {
    this.users = users;
    this.passwords = passwords;
    this.rules = rules;
    this.sessions = sessions;
    this.devices = devices;
  }

  @Override
  public int run(List<String> arguments) {
    String name = arguments.getFirst();
    User user =
        users
            .findByName(name)
            .orElseThrow(
                () ->
                    new CommandRefused(
                        "There is no account with the username %s.".formatted(name)));
    String chosen = chosen(user);
    users.replacePasswordHash(user.id(), passwords.hash(chosen, Caller.HERE));
    SecurityLog.about(user.id(), user.username());
    SecurityLog.note("password_changed", "by=command");
    sessions.endOthers(user.id(), "");
    devices.forgetOthers(user.id(), "");
    System.out.printf("%s has a new password, and is logged out everywhere.%n", user.username());
    return 0;
  }

  private String chosen(User user) {
    try {
      return rules.check(PasswordRules.PASSWORD, typed(user), user.username());
    } catch (Problem.Invalid refused) {
      throw new CommandRefused(refused.sentence());
    }
  }

  @SuppressWarnings("SystemConsoleNull") // null on JDK 25 if stdin is no terminal
  private static String typed(User user) {
    Console terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      return firstLine();
    }
    String typed = String.valueOf(terminal.readPassword("New password of %s: ", user.username()));
    String again = String.valueOf(terminal.readPassword("Repeat it: "));
    if (!typed.equals(again)) {
      throw new CommandRefused("The two passwords differ. Nothing was changed.");
    }
    return typed;
  }

  private static String firstLine() {
    try {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return Objects.requireNonNullElse(input.readLine(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
