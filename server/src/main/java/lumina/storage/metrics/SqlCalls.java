package lumina.storage.metrics;

import java.util.function.Supplier;
import lumina.metrics.StoreCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.support.KeyHolder;

/// Times all statements of Lumina: each goes through one of these methods. The first one of a
/// transaction also waits for a connection. A violated constraint is an answer, and no error.
final class SqlCalls extends JdbcTemplate {
  private static final String READ = "read";
  private static final String WRITE = "write";
  private final StoreCalls calls;

  SqlCalls(JdbcTemplate like, StoreCalls calls) {
    super(like);
    this.calls = calls;
  }

  @Override
  public <T extends @Nullable Object> T query(
      PreparedStatementCreator statement,
      @Nullable PreparedStatementSetter values,
      ResultSetExtractor<T> rows) {
    return time(READ, () -> super.query(statement, values, rows));
  }

  @Override
  protected int update(
      PreparedStatementCreator statement, @Nullable PreparedStatementSetter values) {
    return time(WRITE, () -> super.update(statement, values));
  }

  @Override
  public int update(PreparedStatementCreator statement, KeyHolder keys) {
    return time(WRITE, () -> super.update(statement, keys));
  }

  @Override
  public int[] batchUpdate(String sql, BatchPreparedStatementSetter values) {
    return time(WRITE, () -> super.batchUpdate(sql, values));
  }

  private <T extends @Nullable Object> T time(String operation, Supplier<T> call) {
    long begin = System.nanoTime();
    boolean failed = true;
    try {
      T result = call.get();
      failed = false;
      return result;
    } catch (DataIntegrityViolationException answer) {
      failed = false;
      throw answer;
    } finally {
      calls.record(operation, failed, System.nanoTime() - begin);
    }
  }
}
