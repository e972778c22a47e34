package lumina.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import lumina.storage.StartRefused;
import lumina.storage.cache.Writes;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Opens connections to the database file.
final class SqliteFile extends AbstractDataSource {
  private final String file;
  private final Properties settings;
  private final Writes writes;

  /// @param file its path or URI
  SqliteFile(String file, Properties settings, Writes writes) {
    this.file = file;
    this.settings = settings;
    this.writes = writes;
  }

  /// Opens the file once: a pool would report a failure with a stack trace.
  ///
  /// @throws StartRefused if it cannot be read
  SqliteFile required() {
    try (Connection first = getConnection();
        Statement look = first.createStatement()) {
      look.execute("SELECT count(*) FROM sqlite_schema");
      return this;
    } catch (SQLException failed) {
      throw new StartRefused(
          DamagedDatabase.sentence(failed)
              .orElseGet(
                  () ->
                      "The database %s cannot be opened: %s."
                          .formatted(file, failed.getMessage())));
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return new SqliteConnection(file, settings, writes);
  }

  /// In seconds. When a pool ends, it waits as long for its threads, and says so if it is not
  /// enough.
  @Override
  public int getLoginTimeout() {
    return 5;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
