package lumina.storage.mysql;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// Translates MySQL errors that Spring does not know: those of a server that shuts down, that has
/// just become a replica, or that makes a statement wait too long.
class MySqlExceptions implements SQLExceptionTranslator {
  private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

  @Override
  public @Nullable DataAccessException translate(
      String task, @Nullable String sql, SQLException error) {
    return switch (error.getErrorCode()) {
      // lock wait timeout, deadlock
      case 1205, 1213 -> new CannotAcquireLockException(task, error);
      // shutdown, disk full, table full, read-only, interrupted, killed (MariaDB, MySQL)
      case 1053, 1021, 1114, 1290, 1836, 1317, 1927, 3169 ->
          new DataAccessResourceFailureException(task, error);
      default ->
          error instanceof SQLRecoverableException
              ? new DataAccessResourceFailureException(task, error)
              : others.translate(task, sql, error);
    };
  }
}
