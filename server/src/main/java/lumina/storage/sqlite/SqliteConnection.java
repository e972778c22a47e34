package lumina.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.SequencedMap;
import lumina.storage.cache.Tables;
import lumina.storage.cache.Writes;
import lumina.storage.sqlite.StatementTables.Use;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4Connection;

/// A connection that keeps its statements prepared, because parsing our long statements can take
/// longer than executing them. It also reports which tables are read, and which a commit has
/// changed.
///
/// A statement in use is not among the kept ones, so preparing the same text twice at once gives
/// two statements.
final class SqliteConnection extends JDBC4Connection {
  private static final int MAX_KEPT = 100;

  private final Writes writes;
  private final StatementTables tables;
  private final SequencedMap<String, KeptStatement> idle = new LinkedHashMap<>();
  private Tables changed = Tables.NONE;
  private boolean counted; // among the transactions of Carriers

  SqliteConnection(String file, Properties settings, Writes writes) throws SQLException {
    this.writes = writes; // opening the file uses statements
    super("jdbc:sqlite:" + file, file, settings);
    this.tables = new StatementTables(super.createStatement());
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkCursor(type, concurrency, holdability);
    KeptStatement kept = idle.remove(sql);
    KeptStatement statement = kept == null ? new KeptStatement(this, sql, tables) : kept.use();
    use(statement.tables());
    return statement;
  }

  /// Reads, instead of a statement of which nobody knows what it reads.
  @Override
  public boolean isValid(int seconds) {
    try {
      return !isClosed() && tables.isReadable();
    } catch (SQLException broken) {
      return false;
    }
  }

  /// The text of such a statement is not known yet.
  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    use(Use.ANY);
    return super.createStatement(type, concurrency, holdability);
  }

  private void use(Use use) throws SQLException {
    writes.read(use.read());
    if (!use.isOfOnePhoto()) {
      changes(use.changed());
    }
  }

  /// Notes what a statement is going to change in this transaction.
  void changes(Tables these) throws SQLException {
    if (!getAutoCommit()) {
      changed = changed.and(these);
    }
  }

  /// Keeps a statement, and closes the least recently used one if there are too many.
  void keep(String sql, KeptStatement statement) throws SQLException {
    release(idle.put(sql, statement));
    if (idle.size() > MAX_KEPT) {
      release(idle.pollFirstEntry().getValue());
    }
  }

  private static void release(@Nullable KeptStatement statement) throws SQLException {
    if (statement != null) {
      statement.release();
    }
  }

  /// Without it, each statement is a transaction; switching it off begins one, also if that fails.
  @Override
  public void setAutoCommit(boolean each) throws SQLException {
    try {
      super.setAutoCommit(each);
    } finally {
      countTransaction(!getAutoCommit());
    }
  }

  @Override
  public void close() throws SQLException {
    countTransaction(false);
    super.close();
  }

  private void countTransaction(boolean now) {
    if (now != counted) {
      counted = now;
      if (now) {
        Carriers.transactionBegan();
      } else {
        Carriers.transactionEnded();
      }
    }
  }

  @Override
  public void commit() throws SQLException {
    super.commit();
    Tables all = changed;
    changed = Tables.NONE;
    committed(all);
  }

  /// SQLite itself ends a transaction when the disk is full: then there is nothing to roll back.
  @Override
  public void rollback() throws SQLException {
    changed = Tables.NONE;
    try {
      super.rollback();
    } catch (SQLException refused) {
      if (!String.valueOf(refused.getMessage()).contains("no transaction is active")) {
        throw refused;
      }
      getDatabase().exec(transactionPrefix(), getAutoCommit());
    }
  }

  /// Outside of a transaction each statement commits by itself.
  void written(Use use) throws SQLException {
    if (getAutoCommit()) {
      committed(use.changed());
    }
  }

  /// Every reader sees it now.
  private void committed(Tables all) {
    if (!all.equals(Tables.NONE)) {
      writes.committed(all);
    }
  }
}
