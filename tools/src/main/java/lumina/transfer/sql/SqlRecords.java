package lumina.transfer.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Records;
import lumina.transfer.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads and writes the rows of an SQL table, page by page in the order of their keys.
class SqlRecords implements Records {
  private final SqlStatements words;
  private final NamedParameterJdbcTemplate sql;
  private final TransactionTemplate writing;

  SqlRecords(SqlStatements words, Transactions transactions) {
    this.words = words;
    this.sql = transactions.sql();
    this.writing = transactions.writing();
  }

  @Override
  public Entity kind() {
    return words.kind();
  }

  @Override
  public boolean isEmpty() {
    return sql.queryForList("SELECT 1 FROM %s LIMIT 1".formatted(words.table()), Map.of())
        .isEmpty();
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<EntityRecord> page = query(words.first(PAGE), Map.of());
    while (!page.isEmpty()) {
      taker.accept(page);
      page = query(words.next(PAGE), page.getLast().named());
    }
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    MapSqlParameterSource keys = new MapSqlParameterSource();
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < kind().keys().size(); k++) {
        keys.addValue("%s_%d".formatted(kind().keys().get(k), i), rows.get(i).key().get(k));
      }
    }
    return sql.query(words.among(rows.size()), keys, (row, n) -> EntityRecord.read(kind(), row));
  }

  private List<EntityRecord> query(String statement, Map<String, @Nullable Object> values) {
    return sql.query(statement, values, (row, n) -> EntityRecord.read(kind(), row));
  }

  @Override
  public void insert(List<EntityRecord> rows) {
    write(words.insert(), rows);
  }

  @Override
  public void update(List<EntityRecord> rows) {
    write(words.update(), rows);
  }

  @Override
  public void delete(List<EntityRecord> rows) {
    write(words.delete(), rows);
  }

  private void write(String statement, List<EntityRecord> rows) {
    List<SqlParameterSource> values = new ArrayList<>();
    rows.forEach(row -> values.add(new MapSqlParameterSource(row.named())));
    writing.executeWithoutResult(
        status -> sql.batchUpdate(statement, values.toArray(SqlParameterSource[]::new)));
  }
}
