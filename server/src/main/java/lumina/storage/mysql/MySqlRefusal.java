package lumina.storage.mysql;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import lumina.storage.StartRefused;
import lumina.storage.StoreUnresponsive;
import org.springframework.core.NestedExceptionUtils;

/// Explains in one sentence why MySQL cannot be used.
final class MySqlRefusal {
  private static final int NO_SUCH_DATABASE = 1049;
  private static final int NOT_ALLOWED_THERE = 1044;
  private static final int WRONG_PASSWORD = 1045;

  private MySqlRefusal() {}

  static StartRefused of(SQLException refused, MySqlSettings my) {
    return switch (refused.getErrorCode()) {
      case WRONG_PASSWORD ->
          new StartRefused(
              "MySQL at %s:%d refuses the login of %s: check DB_USER and DB_PASSWORD."
                  .formatted(my.host(), my.port(), my.user()));
      case NOT_ALLOWED_THERE ->
          new StartRefused(
              "MySQL denies %s access to the database %s: check DB_NAME, or grant it."
                  .formatted(my.user(), my.name()));
      case NO_SUCH_DATABASE ->
          new StartRefused(
              "MySQL at %s:%d has no database %s: check DB_NAME, or set STORAGE_CREATE=true."
                  .formatted(my.host(), my.port(), my.name()));
      default -> unreachable(refused, my);
    };
  }

  private static StartRefused unreachable(SQLException refused, MySqlSettings my) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(refused);
    String why = String.valueOf(cause.getMessage());
    if (cause instanceof GeneralSecurityException
        || cause instanceof SSLException
        || why.contains("SSL")) {
      return new StartRefused(
          "MySQL at %s:%d does not accept an encrypted connection (%s): check DB_TLS."
              .formatted(my.host(), my.port(), why));
    }
    return new StoreUnresponsive(
        "MySQL at %s:%d does not answer (%s): check DB_HOST and DB_PORT."
            .formatted(my.host(), my.port(), why));
  }
}
