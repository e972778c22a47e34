package lumina.http.problem;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Logs one line for each security event, with the logger name `security`: the event, the account,
/// the client address and the request id.
///
/// The code that handles a request calls [#about] once; all lines of that request then name the
/// account.
public final class SecurityLog {
  public static final String REQUEST = "request";
  public static final String ADDRESS = "address";
  private static final String ACCOUNT = "account";
  private static final Logger log = LoggerFactory.getLogger("lumina.security");

  private SecurityLog() {}

  /// Sets the account of this request.
  public static void about(long userId, String username) {
    MDC.put(ACCOUNT, userId + "/" + printable(username));
  }

  /// @param event `log_in`, `blocked` …
  /// @param more `name=value`, printed as it is
  public static void note(String event, String... more) {
    log.info(
        "{}{} account={} address={} request={}",
        event,
        more.length == 0 ? "" : " " + String.join(" ", more),
        known(ACCOUNT),
        known(ADDRESS),
        known(REQUEST));
  }

  /// Logs refusals for lack of rights or for too many requests.
  static void refused(Problem problem) {
    String code = "code=" + problem.code();
    switch (problem) {
      case Problem.Forbidden _ -> note("forbidden", code);
      case Problem.TooMany _ ->
          note(problem.code().startsWith("too_many_attempts") ? "locked" : "limited", code);
      default -> {}
    }
  }

  private static String known(String key) {
    return Objects.requireNonNullElse(MDC.get(key), "-");
  }

  /// Old usernames may contain any characters; these must not forge a log line.
  private static String printable(String name) {
    return name.replaceAll("[^\\w.@-]", "?");
  }

  public static void forget() {
    MDC.remove(REQUEST);
    MDC.remove(ADDRESS);
    MDC.remove(ACCOUNT);
  }
}
