package lumina.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4Connection;

/// A connection that keeps its statements prepared, because parsing our long statements can take
/// longer than executing them. It also reports commits.
///
/// A statement in use is not among the kept ones, so preparing the same text twice at once gives
/// two statements.
final class SqliteConnection extends JDBC4Connection {
  private static final int MAX_KEPT = 100;

  private final Runnable committed;
  private final SequencedMap<String, KeptStatement> idle = new LinkedHashMap<>();

  /// @param committed called after each commit, when every reader sees what was written
  SqliteConnection(String file, Properties settings, Runnable committed) throws SQLException {
    super("jdbc:sqlite:" + file, file, settings);
    this.committed = committed;
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkCursor(type, concurrency, holdability);
    KeptStatement kept = idle.remove(sql);
    return kept == null ? new KeptStatement(this, sql) : kept.use();
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

  @Override
  public void commit() throws SQLException {
    super.commit();
    committed.run();
  }

  /// SQLite itself ends a transaction when the disk is full: then there is nothing to roll back.
  @Override
  public void rollback() throws SQLException {
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
  void written() throws SQLException {
    if (getAutoCommit()) {
      committed.run();
    }
  }
}
