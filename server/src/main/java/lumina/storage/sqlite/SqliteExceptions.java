package lumina.storage.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Translates SQLite's result codes to Spring's exceptions, since Spring does not know them.
class SqliteExceptions implements SQLExceptionTranslator {
  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException error) {
    SQLiteErrorCode code =
        error instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY ->
          new DuplicateKeyException(task, error);
      case SQLITE_CONSTRAINT,
          SQLITE_CONSTRAINT_FOREIGNKEY,
          SQLITE_CONSTRAINT_CHECK,
          SQLITE_CONSTRAINT_NOTNULL,
          SQLITE_CONSTRAINT_DATATYPE ->
          new DataIntegrityViolationException(task, error);
      case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
          new CannotAcquireLockException(task, error);
      case SQLITE_FULL,
          SQLITE_IOERR,
          SQLITE_CANTOPEN,
          SQLITE_READONLY,
          SQLITE_CORRUPT,
          SQLITE_NOTADB ->
          new DataAccessResourceFailureException(task, error);
      default -> new UncategorizedSQLException(task, sql, error);
    };
  }
}
