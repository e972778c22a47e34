package lumina.storage.mysql;

import static lumina.storage.mysql.OldApplication.ADOPTED_FRIENDSHIPS;
import static lumina.storage.mysql.OldApplication.ADOPTED_REQUESTS;
import static lumina.storage.mysql.OldApplication.BEGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.storage.StartRefused;
import lumina.storage.mysql.migration.LegacyFriendRequests;
import lumina.storage.mysql.migration.LegacyUsers;
import lumina.stores.MariaDb;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Tag("cloud")
class MySqlMigrationTest {
  private final MariaDb server = MariaDb.shared();
  private final String database = server.newDatabase();
  private final SingleConnectionDataSource around =
      new SingleConnectionDataSource(connect(server.source(database)), true);
  private final JdbcClient sql = JdbcClient.create(around);
  private final OldApplication old = new OldApplication(sql);

  private static Connection connect(DataSource source) {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    around.destroy();
  }

  @Test
  void an_empty_database_is_filled_once() {
    try (var lumina = start()) {
      assertThat(lumina.getBean(UserStore.class).find(1)).isEmpty();
    }
    try (var again = start()) {
      assertThat(again.getBean(UserStore.class).find(1)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP, ''",
    "DATETIME, ''",
    "DATETIME(6), ENGINE = MyISAM DEFAULT CHARSET = latin1",
    "TIMESTAMP, ENGINE = InnoDB ROW_FORMAT = REDUNDANT CHARSET = utf8mb3"
  })
  void what_the_old_application_knew_is_kept(String dates, String table) {
    old.make(dates, table);
    old.fill();
    assertThatThrownBy(this::start)
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "The database %s belongs to the old application: run `bin/lumina adopt` first."
                .formatted(database));
    try (var lumina = adopt()) {
      UserStore users = lumina.getBean(UserStore.class);
      User jose = users.findByName("josé").orElseThrow();
      assertThat(jose)
          .isEqualTo(
              new User(
                  2,
                  "José",
                  "José@x.org",
                  "hash",
                  BEGAN,
                  "",
                  "",
                  "public",
                  true,
                  false,
                  null,
                  null));
      assertThat(users.findByName("fay").orElseThrow().createdAt()).isEqualTo(BEGAN);
      assertThat(users.findByName("🌊")).isEmpty();
      assertThat(old.requests()).isEqualTo(ADOPTED_REQUESTS);
      assertThat(old.friendships()).isEqualTo(ADOPTED_FRIENDSHIPS);
      users.remove(1);
    }
    assertThat(old.requests()).containsExactly("6 5 pending ?");
    assertThat(old.friendships()).isEmpty();
  }

  /// Kills the migration after each statement in turn, before it is recorded as executed.
  @Test
  void an_adoption_that_was_cut_off_anywhere_goes_on() {
    int statements = 0;
    boolean cut;
    do {
      old.run("DROP TABLE IF EXISTS friend_requests, users");
      old.make("TIMESTAMP", "");
      old.fill();
      cut = adoptAtMost(++statements);
      assertThat(adoptAtMost(Integer.MAX_VALUE)).isFalse();
      assertThat(old.requests())
          .describedAs("cut after %d", statements)
          .isEqualTo(ADOPTED_REQUESTS);
    } while (cut);
    assertThat(statements).isGreaterThan(20);
  }

  private boolean adoptAtMost(int statements) {
    JdbcClient cut = JdbcClient.create(new CutOff(around, statements));
    try {
      new LegacyUsers().migrate(cut);
      new LegacyFriendRequests().migrate(cut);
      return false;
    } catch (CannotGetJdbcConnectionException killed) {
      return true;
    }
  }

  @Test
  void every_step_may_be_taken_again() {
    old.make("TIMESTAMP", "");
    old.fill();
    adopt().close();
    old.run("DELETE FROM flyway_schema_history WHERE installed_rank > 1");
    adopt().close();
    start().close();
    assertThat(old.requests()).isEqualTo(ADOPTED_REQUESTS);
    assertThat(old.friendships()).isEqualTo(ADOPTED_FRIENDSHIPS);
  }

  @Test
  void a_step_that_failed_is_taken_again_by_an_adoption_alone() {
    start().close();
    old.run("UPDATE flyway_schema_history SET success = 0 ORDER BY installed_rank DESC LIMIT 1");
    assertThatThrownBy(this::start)
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("was interrupted");
    adopt().close();
    start().close();
  }

  @Test
  void what_cannot_be_changed_is_told_in_a_sentence() {
    old.make("TIMESTAMP", "");
    old.run("ALTER TABLE friend_requests DROP COLUMN status");
    assertThatThrownBy(this::adopt)
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("The migration of the database")
        .hasMessageContaining("Unknown column")
        .hasMessageNotContaining("\n");
  }

  @Test
  void an_older_lumina_goes_on_where_a_newer_one_has_only_added() {
    start().close();
    newer("later");
    start().close();
  }

  @Test
  void a_database_that_a_newer_lumina_has_changed_for_itself_is_left_alone() {
    start().close();
    newer("breaking later");
    assertThatThrownBy(this::start)
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("newer Lumina (version 999)");
  }

  private void newer(String description) {
    sql.sql(
            """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
              installed_by, execution_time, success)
            VALUES (999, '999', :description, 'SQL', 'V999__later.sql', 'x', 1, 1)
            """)
        .param("description", description)
        .update();
  }

  @Test
  void a_database_of_somebody_else_is_left_alone() {
    old.run("CREATE TABLE wp_posts (id INT)");
    assertThatThrownBy(this::start)
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("not Lumina's");
  }

  private ConfigurableApplicationContext start(String... more) {
    return SqlDatabase.start(server.settings(database, more));
  }

  private ConfigurableApplicationContext start() {
    return start(new String[0]);
  }

  private ConfigurableApplicationContext adopt() {
    return start("storage.adopt=true");
  }

  /// A process that is killed before its next statement.
  private static class CutOff extends DelegatingDataSource {
    private int left;

    CutOff(DataSource all, int statements) {
      super(all);
      left = statements;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (left-- == 0) {
        throw new SQLException("killed");
      }
      return super.getConnection();
    }
  }
}
