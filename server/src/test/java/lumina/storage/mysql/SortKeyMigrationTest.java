package lumina.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lumina.id.SortKey;
import lumina.stores.MariaDb;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("cloud")
class SortKeyMigrationTest {
  private static final long THEN = 1_700_000_000_000L;

  private final MariaDb server = MariaDb.shared();
  private final String database = server.newDatabase();
  private final JdbcClient sql = server.sql(database);

  @Test
  void notifications_keep_their_order_and_those_of_an_older_instance_come_last() {
    start();
    for (int person = 1; person <= 6; person++) {
      run(
          "INSERT INTO users (username, email, password_hash, created_at) VALUES (%1$d, %1$d, '', 1)"
              .formatted(person));
    }
    undo();
    for (long at : List.of(THEN, THEN, THEN - 1, THEN + 7)) {
      notice(at);
    }
    start();
    assertThat(sortKeys())
        .containsExactly(
            SortKey.startOf(THEN),
            SortKey.startOf(THEN) + 1,
            SortKey.startOf(THEN) + 2,
            SortKey.startOf(THEN + 7));
    notice(THEN);
    assertThat(SortKey.timeOf(sortKeys().getLast())).isGreaterThan(THEN + 7);
    assertThat(numbers("SELECT actor_id FROM notifications ORDER BY sort_key"))
        .containsExactly(2L, 3L, 4L, 5L, 6L);
  }

  /// Without copying a row, which is asked of the other direction here.
  private void undo() {
    run("DELETE FROM flyway_schema_history WHERE version >= 34");
    for (String table : List.of("photos", "photo_tags", "photo_search", "rederivation")) {
      run("ALTER TABLE " + table + " RENAME COLUMN sort_key TO position, ALGORITHM = NOCOPY");
    }
    run("ALTER TABLE notifications RENAME COLUMN sort_key TO sequence, ALGORITHM = NOCOPY");
    run("ALTER TABLE notifications AUTO_INCREMENT = 1");
  }

  /// As instances of before go on to write.
  private void notice(long at) {
    run(
        """
        INSERT INTO notifications (user_id, kind, subject, actor_id, text, at)
        SELECT 1, 'friend_request', '', count(*) + 2, '', %d FROM notifications
        """
            .formatted(at));
  }

  private List<Long> sortKeys() {
    return numbers("SELECT sort_key FROM notifications ORDER BY sort_key");
  }

  private List<Long> numbers(String query) {
    return sql.sql(query).query((row, n) -> row.getLong(1)).list();
  }

  private void run(String statement) {
    sql.sql(statement).update();
  }

  private void start() {
    SqlDatabase.start(server.settings(database)).close();
  }
}
