package lumina.storage.sqlite;

import java.nio.file.Path;
import java.util.List;
import lumina.storage.LocalBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/// Copies the database as it is at one moment to a file, while others read and write it.
@Component
@LocalBackend
public class DatabaseSnapshot {
  private final JdbcClient sql;

  DatabaseSnapshot(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param file an empty file
  public void write(Path file) {
    sql.sql("VACUUM INTO ?").param(file.toString()).update();
  }

  /// Opens a copy that nobody else has open.
  public static JdbcClient open(Path file) {
    return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + file));
  }

  /// Returns what SQLite finds wrong with the database, as sentences.
  public static List<String> damage(JdbcClient database) {
    List<String> found =
        database.sql("PRAGMA integrity_check").query((row, n) -> row.getString(1)).list().stream()
            .filter(line -> !line.equals("ok"))
            .toList();
    List<String> dangling =
        database
            .sql("PRAGMA foreign_key_check")
            .query(
                (row, n) ->
                    "A row of %s refers to a row of %s that does not exist"
                        .formatted(row.getString("table"), row.getString("parent")))
            .list();
    return found.isEmpty() ? dangling : found;
  }
}
