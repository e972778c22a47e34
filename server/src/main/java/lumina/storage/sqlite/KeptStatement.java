package lumina.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// A statement that stays prepared when it is closed, for the next use of the same text. Closing it
/// resets everything else.
final class KeptStatement extends JDBC4PreparedStatement {
  private final SqliteConnection connection;
  private final StatementTables.Use tables;
  private final String[] columns;
  private boolean used = true;

  KeptStatement(SqliteConnection connection, String sql, StatementTables tables)
      throws SQLException {
    super(connection, sql);
    this.connection = connection;
    this.tables = tables.of(sql, columnCount > 0);
    columns = rs.colsMeta;
  }

  StatementTables.Use tables() {
    return tables;
  }

  KeptStatement use() {
    used = true;
    return this;
  }

  /// Receives the value of each parameter.
  @Override
  protected void batch(int position, Object value) throws SQLException {
    super.batch(position, value);
    if (position == tables.photo()) {
      connection.changes(tables.changed().ofPhoto(String.valueOf(value)));
    }
  }

  /// A statement is closed after its execution is complete, so this reports what it wrote.
  @Override
  public void close() throws SQLException {
    if (!used || pointer.isClosed()) {
      return;
    }
    used = false;
    forget();
    connection.written(tables);
    connection.keep(sql, this);
  }

  /// The driver would ask for the new key after each insert, with a statement that is not kept.
  @Override
  public void updateGeneratedKeys() {}

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    super.updateGeneratedKeys();
    return super.getGeneratedKeys();
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
