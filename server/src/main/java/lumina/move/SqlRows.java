package lumina.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Rows of a table in SQL, read page by page in the order of their keys.
class SqlRows implements Rows {
  private final SqlWords words;
  private final NamedParameterJdbcTemplate sql;
  private final TransactionTemplate writing;

  SqlRows(SqlWords words, Transactions transactions) {
    this.words = words;
    this.sql = transactions.sql();
    this.writing = transactions.writing();
  }

  @Override
  public Kind kind() {
    return words.kind();
  }

  @Override
  public boolean isEmpty() {
    return sql.queryForList("SELECT 1 FROM %s LIMIT 1".formatted(words.table()), Map.of())
        .isEmpty();
  }

  @Override
  public void each(Consumer<List<Row>> taker) {
    List<Row> page = query(words.first(PAGE), Map.of());
    while (!page.isEmpty()) {
      taker.accept(page);
      page = query(words.next(PAGE), page.getLast().named());
    }
  }

  @Override
  public List<Row> among(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    MapSqlParameterSource keys = new MapSqlParameterSource();
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < kind().keys().size(); k++) {
        keys.addValue("%s_%d".formatted(kind().keys().get(k), i), rows.get(i).key().get(k));
      }
    }
    return sql.query(words.among(rows.size()), keys, (row, n) -> Row.read(kind(), row));
  }

  private List<Row> query(String statement, Map<String, @Nullable Object> values) {
    return sql.query(statement, values, (row, n) -> Row.read(kind(), row));
  }

  @Override
  public void insert(List<Row> rows) {
    write(words.insert(), rows);
  }

  @Override
  public void update(List<Row> rows) {
    write(words.update(), rows);
  }

  @Override
  public void delete(List<Row> rows) {
    write(words.delete(), rows);
  }

  private void write(String statement, List<Row> rows) {
    List<SqlParameterSource> values = new ArrayList<>();
    rows.forEach(row -> values.add(new MapSqlParameterSource(SqlWords.values(row))));
    writing.executeWithoutResult(
        status -> sql.batchUpdate(statement, values.toArray(SqlParameterSource[]::new)));
  }
}
