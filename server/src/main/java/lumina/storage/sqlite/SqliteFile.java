package lumina.storage.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Opens connections to the database file.
final class SqliteFile extends AbstractDataSource {
  private final Path file;
  private final Properties settings;
  private final Runnable committed;

  SqliteFile(Path file, Properties settings, Runnable committed) {
    this.file = file;
    this.settings = settings;
    this.committed = committed;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return new SqliteConnection(file, settings, committed);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
