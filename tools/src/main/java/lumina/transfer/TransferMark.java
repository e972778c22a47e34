package lumina.transfer;

import java.time.Clock;
import java.util.Optional;
import lumina.storage.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Marks a backend as the target of a finished or unfinished move.
@Repository
class TransferMark {
  private final JdbcClient sql;
  private final Clock clock;

  TransferMark(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// @param source see [Library#address]
  /// @param finishedAt milliseconds since 1970, 0 while it is not finished
  record Note(String source, long finishedAt) {
    boolean isFinished() {
      return finishedAt > 0;
    }
  }

  Optional<Note> read() {
    return sql.sql("SELECT source, coalesce(finished_at, 0) AS finished_at FROM moves")
        .query(Rows.of(Note.class))
        .optional();
  }

  void begin(String source) {
    sql.sql("INSERT INTO moves (source, started_at) VALUES (:source, :now)")
        .param("source", source)
        .param("now", clock.millis())
        .update();
  }

  void finish() {
    sql.sql("UPDATE moves SET finished_at = :now").param("now", clock.millis()).update();
  }
}
