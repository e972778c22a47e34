package lumina.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lumina.storage.cache.Writes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

@Timeout(120)
class CarriersTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  private static SqliteConnection open(Path folder, SQLiteConfig settings) throws SQLException {
    return new SqliteConnection(
        folder.resolve("test.db").toString(), settings.toProperties(), new Writes("local"));
  }

  /// Begins transactions while another connection keeps the only one that writes.
  private static void failToBegin(Path folder, int times) throws SQLException {
    SQLiteConfig writers = new SQLiteConfig();
    writers.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    writers.setBusyTimeout(0);
    try (SqliteConnection writer = open(folder, writers);
        SqliteConnection other = open(folder, writers)) {
      writer.setAutoCommit(false);
      for (int i = 0; i < times; i++) {
        assertThatThrownBy(() -> other.setAutoCommit(false)).hasMessageContaining("BUSY");
        assertThatThrownBy(() -> other.setAutoCommit(true)).isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void while_slow_queries_take_all_connections_others_go_on(@TempDir Path folder) throws Exception {
    int connections = Carriers.USUAL + 1;
    failToBegin(folder, connections);
    List<SqliteConnection> open = new ArrayList<>();
    List<PreparedStatement> queries = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      SqliteConnection connection = open(folder, new SQLiteConfig());
      connection.setAutoCommit(false);
      open.add(connection);
      queries.add(connection.prepareStatement(ENDLESS));
    }
    assertThat(isAnswered(queries)).isTrue();
    for (SqliteConnection connection : open) {
      connection.close();
    }
  }

  /// Whether another task is executed while these queries are.
  private static boolean isAnswered(List<PreparedStatement> queries) throws Exception {
    CountDownLatch begun = new CountDownLatch(queries.size());
    CountDownLatch other = new CountDownLatch(1);
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ResultSet>> slow = new ArrayList<>();
      for (PreparedStatement query : queries) {
        slow.add(
            requests.submit(
                () -> {
                  begun.countDown();
                  return query.executeQuery();
                }));
      }
      boolean all = begun.await(20, TimeUnit.SECONDS);
      requests.execute(other::countDown);
      boolean answered = other.await(20, TimeUnit.SECONDS);
      cancel(queries, slow);
      return all && answered;
    }
  }

  /// Only a query that has begun can be cancelled.
  private static void cancel(List<PreparedStatement> queries, List<Future<ResultSet>> slow)
      throws SQLException {
    while (!slow.stream().allMatch(Future::isDone)) {
      for (PreparedStatement query : queries) {
        query.cancel();
      }
    }
  }
}
