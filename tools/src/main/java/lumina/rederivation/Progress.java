package lumina.rederivation;

import java.util.Optional;
import lumina.storage.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores the progress of a rederivation, so that it continues after an interruption.
@Repository
class Progress {
  /// @param since the version with which it was started, empty for all
  /// @param sortKey of the last finished photo
  /// @param userId of the last person whose picture is finished
  record Mark(String since, long sortKey, long userId) {}

  private final JdbcClient sql;

  Progress(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Mark> read(String since) {
    return sql.sql("SELECT since, sort_key, user_id FROM rederivation WHERE since = :since")
        .param("since", since)
        .query(Rows.of(Mark.class))
        .optional();
  }

  void begin(String since) {
    finish();
    sql.sql("INSERT INTO rederivation (since, sort_key, user_id) VALUES (:since, :start, 0)")
        .param("since", since)
        .param("start", Long.MIN_VALUE)
        .update();
  }

  void photosDone(long sortKey) {
    sql.sql("UPDATE rederivation SET sort_key = :sort_key").param("sort_key", sortKey).update();
  }

  void picturesDone(long userId) {
    sql.sql("UPDATE rederivation SET user_id = :user").param("user", userId).update();
  }

  void finish() {
    sql.sql("DELETE FROM rederivation").update();
  }
}
