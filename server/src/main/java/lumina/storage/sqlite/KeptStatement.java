package lumina.storage.sqlite;

import java.sql.SQLException;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// A statement that stays prepared when it is closed, for the next use of the same text. Closing it
/// resets everything else.
final class KeptStatement extends JDBC4PreparedStatement {
  private final SqliteConnection connection;
  private final String[] columns;
  private boolean used = true;

  KeptStatement(SqliteConnection connection, String sql) throws SQLException {
    super(connection, sql);
    this.connection = connection;
    columns = rs.colsMeta;
  }

  KeptStatement use() {
    used = true;
    return this;
  }

  /// A statement is closed after its execution is complete, so this reports what it wrote.
  @Override
  public void close() throws SQLException {
    if (!used || pointer.isClosed()) {
      return;
    }
    used = false;
    forget();
    if (columnCount == 0) {
      connection.written();
    }
    connection.keep(sql, this);
  }

  private void forget() throws SQLException {
    rs.close();
    rs.maxRows = 0;
    rs.colsMeta = columns; // otherwise SQLite is asked for the names on each use
    pointer.safeRunInt(DB::reset);
    clearGeneratedKeys();
    clearBatch();
    clearParameters();
    setQueryTimeout(0);
  }

  void release() throws SQLException {
    super.close();
  }
}
