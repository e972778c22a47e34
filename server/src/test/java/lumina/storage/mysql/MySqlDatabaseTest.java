package lumina.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import lumina.account.UserStore;
import lumina.storage.StartRefused;
import lumina.stores.MariaDb;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("cloud")
class MySqlDatabaseTest {
  private final MariaDb server = MariaDb.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "storage.mysql.host=            | set DB_HOST",
        "storage.mysql.user=            | set DB_USER",
        "storage.mysql.password=wrong   | check DB_USER and DB_PASSWORD",
        "storage.mysql.name=nowhere     | has no database nowhere",
        "storage.mysql.port=1           | does not answer",
        "storage.mysql.host=nowhere.invalid | does not answer",
        "storage.mysql.tls=true         | check DB_TLS"
      })
  void what_is_set_up_wrongly_is_told_in_a_sentence(String setting, String sentence) {
    String[] settings = server.settings(server.newDatabase(), setting);
    assertThatThrownBy(() -> SqlDatabase.start(settings))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void a_missing_database_is_created_when_that_is_wanted() {
    String[] settings = server.settings("made_by_lumina", "storage.create=true");
    try (var lumina = SqlDatabase.start(settings)) {
      assertThat(lumina.getBean(UserStore.class).find(1)).isEmpty();
    }
  }

  @Test
  void a_transaction_that_asks_nothing_holds_no_connection() {
    // Not the pool that other tests use at the same time.
    MySqlDatabase mysql = new MySqlDatabase();
    try (HikariDataSource connections =
        mysql.connections(SqlDatabase.MARIADB.get(MySqlSettings.class))) {
      DataSource database = mysql.database(connections);
      new TransactionTemplate(mysql.transactionManager(database))
          .executeWithoutResult(
              transaction -> {
                assertThat(connections.getHikariPoolMXBean().getActiveConnections()).isZero();
                assertThat(
                        JdbcClient.create(database)
                            .sql("SELECT @@tx_isolation")
                            .query(String.class)
                            .single())
                    .isEqualTo("READ-COMMITTED");
                assertThat(connections.getHikariPoolMXBean().getActiveConnections()).isOne();
              });
    }
  }

  @Test
  void what_only_reads_shares_a_connection_and_begins_no_transaction() {
    JdbcClient sql = SqlDatabase.MARIADB.get(JdbcClient.class);
    TransactionTemplate reading = SqlDatabase.MARIADB.transaction();
    reading.setReadOnly(true);
    String state = "SELECT concat(connection_id(), if(@@autocommit, ' alone', ' begun'))";
    List<String> states =
        reading.execute(
            transaction ->
                List.of(
                    sql.sql(state).query(String.class).single(),
                    sql.sql(state).query(String.class).single()));
    assertThat(states.getFirst()).endsWith(" alone").isEqualTo(states.getLast());
    reading.setReadOnly(false);
    String writing = reading.execute(transaction -> sql.sql(state).query(String.class).single());
    assertThat(writing).endsWith(" begun");
  }

  @Test
  void waiting_too_long_for_a_row_is_a_failure_that_may_pass() {
    JdbcClient sql = SqlDatabase.MARIADB.get(JdbcClient.class);
    TransactionTemplate another = SqlDatabase.MARIADB.transaction();
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    // Not the row for everyone, which other tests write.
    long ann = SqlDatabase.MARIADB.person("ann").id();
    sql.sql("INSERT INTO event_counters VALUES (:ann, 0)").param("ann", ann).update();
    String write = "UPDATE event_counters SET last = last WHERE user_id = " + ann;
    SqlDatabase.MARIADB
        .transaction()
        .executeWithoutResult(
            transaction -> {
              sql.sql(write).update();
              assertThatThrownBy(() -> another.execute(inner -> sql.sql(write).update()))
                  .isInstanceOf(ConcurrencyFailureException.class);
            });
  }

  @Test
  void a_server_that_is_gone_is_told_as_such_and_used_again_when_it_is_back() throws IOException {
    MariaDb own = MariaDb.another();
    try (var lumina = SqlDatabase.start(own.settings(own.newDatabase()))) {
      JdbcClient sql = lumina.getBean(JdbcClient.class);
      TransactionTemplate transaction =
          new TransactionTemplate(lumina.getBean(PlatformTransactionManager.class));
      assertThatThrownBy(
              () ->
                  transaction.executeWithoutResult(
                      tx -> {
                        sql.sql("UPDATE event_counters SET last = 7").update();
                        own.stop();
                        sql.sql("UPDATE event_counters SET last = 8").update();
                      }))
          .isInstanceOf(DataAccessResourceFailureException.class);
      assertThatThrownBy(() -> lumina.getBean(UserStore.class).find(1))
          .isInstanceOfAny(
              DataAccessResourceFailureException.class, TransientDataAccessException.class);
      own.start();
      // The pool does not check a connection that was used within the last half second, even if it
      // has died since: its user gets an error, and the next connection is new.
      await()
          .ignoreExceptionsInstanceOf(DataAccessException.class)
          .untilAsserted(() -> assertThat(lumina.getBean(UserStore.class).find(1)).isEmpty());
      assertThatThrownBy(
              () ->
                  transaction.executeWithoutResult(
                      tx -> {
                        sql.sql("UPDATE event_counters SET last = 7").update();
                        own.stop();
                      }))
          .isInstanceOf(RecoverableDataAccessException.class);
    } finally {
      own.stop();
    }
  }
}
