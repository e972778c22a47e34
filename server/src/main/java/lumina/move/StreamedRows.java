package lumina.move;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Rows that one long statement gives, in an order of its own. SQLite hands them over as it finds
/// them.
class StreamedRows extends SqlRows {
  private final String whole;
  private final NamedParameterJdbcTemplate sql;
  private final TransactionTemplate reading;

  /// @param whole the statement
  StreamedRows(SqlWords words, String whole, Transactions transactions) {
    super(words, transactions);
    this.whole = whole;
    this.sql = transactions.sql();
    this.reading = transactions.reading();
  }

  @Override
  public void each(Consumer<List<Row>> taker) {
    List<Row> page = new ArrayList<>();
    reading.executeWithoutResult(
        status ->
            sql.getJdbcOperations()
                .query(
                    whole,
                    row -> {
                      page.add(Row.read(kind(), row));
                      if (page.size() == PAGE) {
                        taker.accept(List.copyOf(page));
                        page.clear();
                      }
                    }));
    if (!page.isEmpty()) {
      taker.accept(page);
    }
  }
}
