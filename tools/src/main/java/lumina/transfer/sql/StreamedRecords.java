package lumina.transfer.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lumina.transfer.EntityRecord;
import lumina.transfer.Transactions;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads rows with one long statement, in its order. SQLite returns them as it finds them.
class StreamedRecords extends SqlRecords {
  private final String whole;
  private final NamedParameterJdbcTemplate sql;
  private final TransactionTemplate reading;

  /// @param whole the statement
  StreamedRecords(SqlStatements words, String whole, Transactions transactions) {
    super(words, transactions);
    this.whole = whole;
    this.sql = transactions.sql();
    this.reading = transactions.reading();
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<EntityRecord> page = new ArrayList<>();
    reading.executeWithoutResult(
        status ->
            sql.getJdbcOperations()
                .query(
                    whole,
                    row -> {
                      page.add(EntityRecord.read(kind(), row));
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
