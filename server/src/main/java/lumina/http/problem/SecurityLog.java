package lumina.http.problem;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One line for each event that matters to security, under the name `security`: what happened, to
/// whose account, from which address, in which request.
///
/// Whoever answers a request says once whom it is [#about]; all lines of that request name them.
public final class SecurityLog {
  public static final String REQUEST = "request";
  public static final String ADDRESS = "address";
  private static final String ACCOUNT = "account";
  private static final Logger log = LoggerFactory.getLogger("lumina.security");

  private SecurityLog() {}

  /// From now on this request is about this account.
  public static void about(long userId, String username) {
    MDC.put(ACCOUNT, userId + "/" + printable(username));
  }

  /// @param event `log_in`, `blocked` …
  /// @param more `name=value`, as it is printed
  public static void note(String event, String... more) {
    log.info(
        "{}{} account={} address={} request={}",
        event,
        more.length == 0 ? "" : " " + String.join(" ", more),
        known(ACCOUNT),
        known(ADDRESS),
        known(REQUEST));
  }

  /// What is refused because of who asks, or how often.
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

  /// Old names may hold anything, and none of it may look like a line of this log.
  private static String printable(String name) {
    return name.replaceAll("[^\\w.@-]", "?");
  }

  public static void forget() {
    MDC.remove(REQUEST);
    MDC.remove(ADDRESS);
    MDC.remove(ACCOUNT);
  }
}
