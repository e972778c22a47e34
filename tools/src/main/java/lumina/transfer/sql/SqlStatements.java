package lumina.transfer.sql;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import lumina.transfer.Entity;

/// The statements that read and write the rows of a kind, which both SQLite and MySQL understand.
///
/// @param select the source of the kind's fields, as in `FROM`
/// @param insert with the fields as parameters
/// @param update with the same parameters
record SqlStatements(Entity kind, String table, String select, String insert, String update) {
  /// Statements for a table whose columns are the fields.
  static SqlStatements of(Entity kind, String table) {
    String columns = String.join(", ", kind.fields());
    String values = kind.fields().stream().map(":%s"::formatted).collect(joining(", "));
    return new SqlStatements(
        kind,
        table,
        "SELECT %s FROM %s".formatted(columns, table),
        "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values),
        updateOf(kind, table));
  }

  static String updateOf(Entity kind, String table) {
    return "UPDATE %s SET %s WHERE %s"
        .formatted(
            table,
            kind.fields().stream()
                .filter(field -> !kind.keys().contains(field))
                .map("%1$s = :%1$s"::formatted)
                .collect(joining(", ")),
            equal(kind.keys()));
  }

  private static String equal(List<String> keys) {
    return keys.stream().map("%1$s = :%1$s"::formatted).collect(joining(" AND "));
  }

  String first(int rows) {
    return page("1 = 1", rows);
  }

  /// Returns the rows after a key. (MySQL would read all rows before it if two columns were
  /// compared at once.)
  String next(int rows) {
    String first = kind.keys().getFirst();
    String last = kind.keys().getLast();
    return page(
        first.equals(last)
            ? "%1$s > :%1$s".formatted(first)
            : "%1$s >= :%1$s AND (%1$s > :%1$s OR %2$s > :%2$s)".formatted(first, last),
        rows);
  }

  private String page(String condition, int rows) {
    return "SELECT * FROM (%s) r WHERE %s ORDER BY %s LIMIT %d"
        .formatted(select, condition, String.join(", ", kind.keys()), rows);
  }

  /// Returns the rows with one of these keys, whose parts are numbered from 0.
  String among(int rows) {
    String one =
        kind.keys().stream()
            .map("%1$s = :%1$s_%%1$d"::formatted)
            .collect(joining(" AND ", "(", ")"));
    return "SELECT * FROM (%s) r WHERE %s"
        .formatted(
            select, IntStream.range(0, rows).mapToObj(one::formatted).collect(joining(" OR ")));
  }

  String delete() {
    return "DELETE FROM %s WHERE %s".formatted(table, equal(kind.keys()));
  }
}
