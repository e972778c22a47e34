package lumina.transfer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Executes SQL statements whose columns and parameters have the names of fields.
@Component
@ConditionalOnNotWebApplication
record SqlRows(NamedParameterJdbcTemplate sql, TransactionOperations transaction) {
  List<EntityRecord> read(
      Entity kind, String query, Map<String, ? extends @Nullable Object> parameters) {
    return sql.queryForList(query, parameters).stream()
        .map(columns -> EntityRecord.of(kind, columns))
        .toList();
  }

  /// Executes the statements one after the other, each for every row, in one transaction.
  void write(List<EntityRecord> rows, String... statements) {
    SqlParameterSource[] values =
        rows.stream()
            .map(row -> new MapSqlParameterSource(row.values()))
            .toArray(SqlParameterSource[]::new);
    transaction.executeWithoutResult(
        status -> {
          for (String statement : statements) {
            sql.batchUpdate(statement, values);
          }
        });
  }
}
