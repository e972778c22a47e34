package lumina.storage.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lumina.storage.LocalBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/// Copies the database as it is at one moment to a file, while others read and write it.
@Component
@LocalBackend
public class DatabaseSnapshot {
  /// Those of which some lead nowhere.
  private static final String REFERENCES =
      """
      SELECT DISTINCT broken."table" AS child, reference."from" AS field,
        broken.parent AS parent, reference."to" AS parent_field
      FROM pragma_foreign_key_check AS broken
      JOIN pragma_foreign_key_list(broken."table") AS reference ON reference.id = broken.fkid
      """;

  private record Reference(String child, String field, String parent, String parentField) {
    static Reference of(ResultSet row) throws SQLException {
      return new Reference(
          row.getString("child"),
          row.getString("field"),
          row.getString("parent"),
          row.getString("parent_field"));
    }

    Stream<String> dangling(JdbcClient database) {
      return database
          .sql(
              "SELECT DISTINCT %2$s FROM %1$s WHERE %2$s NOT IN (SELECT %4$s FROM %3$s)"
                  .formatted(child, field, parent, parentField))
          .query((row, n) -> row.getString(1))
          .list()
          .stream();
    }

    String sentence(String value) {
      return "Rows of %s have the %s %s, which no row of %s has"
          .formatted(child, field, value, parent);
    }
  }

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
    return found.isEmpty() ? dangling(database) : found;
  }

  private static List<String> dangling(JdbcClient database) {
    return database.sql(REFERENCES).query((row, n) -> Reference.of(row)).list().stream()
        .flatMap(it -> it.dangling(database).map(it::sentence))
        .toList();
  }
}
