package lumina.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lumina.stores.SqlDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of a database, according to its own catalogue.
///
/// @param columns by table; without Flyway's own history
/// @param people columns that refer to a person: numbers whose name ends in `_id`
/// @param cascading columns whose foreign key deletes the row together with the person
public record Schema(
    Map<String, Set<String>> columns,
    Map<String, Set<String>> people,
    Map<String, Set<String>> cascading) {
  private static final String HISTORY = "flyway_schema_history";

  // A virtual table has columns of its own and hidden ones; the tables behind it belong to SQLite.
  private static final String SQLITE_COLUMNS =
      """
      SELECT t.name AS part, c.name AS value FROM pragma_table_list t, pragma_table_xinfo(t.name) c
      WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite_%'
        AND c.hidden <> 1
      """;
  private static final String SQLITE_PEOPLE =
      SQLITE_COLUMNS + "  AND c.name LIKE '%!_id' ESCAPE '!' AND c.type = 'INTEGER'";
  private static final String SQLITE_CASCADES =
      """
      SELECT t.name AS part, k."from" AS value
      FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
      WHERE t.schema = 'main' AND k."table" = 'users' AND k.on_delete = 'CASCADE'
      """;
  private static final String MYSQL_COLUMNS =
      """
      SELECT table_name AS part, column_name AS value
      FROM information_schema.columns WHERE table_schema = database()
      """;
  private static final String MYSQL_PEOPLE =
      MYSQL_COLUMNS
          + "  AND column_name LIKE '%!_id' ESCAPE '!' AND data_type IN ('int', 'bigint')";
  private static final String MYSQL_CASCADES =
      """
      SELECT k.table_name AS part, k.column_name AS value
      FROM information_schema.key_column_usage k
      JOIN information_schema.referential_constraints r
        ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
        AND r.table_name = k.table_name
      WHERE k.constraint_schema = database()
        AND r.referenced_table_name = 'users' AND r.delete_rule = 'CASCADE'
      """;

  public static Schema of(SqlDatabase database) {
    JdbcClient sql = database.get(JdbcClient.class);
    boolean sqlite = database == SqlDatabase.SQLITE;
    return new Schema(
        parts(sql, sqlite ? SQLITE_COLUMNS : MYSQL_COLUMNS),
        parts(sql, sqlite ? SQLITE_PEOPLE : MYSQL_PEOPLE),
        parts(sql, sqlite ? SQLITE_CASCADES : MYSQL_CASCADES));
  }

  private record Part(String part, String value) {}

  private static Map<String, Set<String>> parts(JdbcClient sql, String query) {
    List<Part> parts =
        sql.sql(query).query((row, n) -> new Part(row.getString(1), row.getString(2))).list();
    return parts.stream()
        .filter(part -> !part.part().equals(HISTORY))
        .collect(
            groupingBy(
                part -> part.part().toLowerCase(Locale.ROOT),
                TreeMap::new,
                mapping(Part::value, toCollection(TreeSet::new))));
  }

  /// Every column, as `table.column`.
  Set<String> all() {
    return named(columns);
  }

  /// As `table.column`.
  static Set<String> named(Map<String, Set<String>> columns) {
    return columns.entrySet().stream()
        .flatMap(table -> table.getValue().stream().map(it -> table.getKey() + "." + it))
        .collect(toSet());
  }

  public boolean has(String tableOrColumn) {
    return columns.containsKey(tableOrColumn) || all().contains(tableOrColumn);
  }
}
