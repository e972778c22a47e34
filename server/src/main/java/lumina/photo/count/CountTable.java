package lumina.photo.count;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table that holds a number of photos for each key. A key that has no photo has no row.
class CountTable {
  private final JdbcClient sql;
  private final String change;
  private final String insert;
  private final String deleteIfZero;

  /// @param keyColumns all columns of the table but the last, which is `photos`
  CountTable(JdbcClient sql, String table, String... keyColumns) {
    String isKey =
        Arrays.stream(keyColumns)
            .map(column -> column + " = ?")
            .collect(Collectors.joining(" AND "));
    this.sql = sql;
    this.change = "UPDATE %s SET photos = photos + ? WHERE %s".formatted(table, isKey);
    this.insert = "INSERT INTO %s VALUES (%s1)".formatted(table, "?, ".repeat(keyColumns.length));
    this.deleteIfZero = "DELETE FROM %s WHERE photos = 0 AND %s".formatted(table, isKey);
  }

  /// @param key the values of the key's columns
  void increment(List<?> key) {
    if (change(key, 1)) {
      return;
    }
    try {
      sql.sql(insert).params(key).update();
    } catch (DuplicateKeyException insertedMeanwhile) {
      change(key, 1);
    }
  }

  /// @param key the values of the key's columns
  void decrement(List<?> key) {
    change(key, -1);
    sql.sql(deleteIfZero).params(key).update();
  }

  private boolean change(List<?> key, int difference) {
    return sql.sql(change).param(difference).params(key).update() > 0;
  }
}
