package lumina.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lumina.storage.cache.Tables;
import lumina.storage.cache.Writes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

@SuppressWarnings("NullAway.Init") // opened before each test
class SqliteConnectionTest {
  private static final String INSERT = "INSERT INTO seas VALUES (?, ?)";
  private static final Tables SEAS = Tables.of(Set.of("seas"));
  private static final String DEPTH = "SELECT depth FROM seas WHERE name = ?";

  private final List<Tables> commits = new ArrayList<>();
  private SqliteConnection connection;

  @BeforeEach
  void open(@TempDir Path folder) throws SQLException {
    connection =
        new SqliteConnection(
            folder.resolve("test.db").toString(),
            new SQLiteConfig().toProperties(),
            new Writes("local") {
              @Override
              public void committed(Tables changed) {
                commits.add(changed);
              }
            });
    run("CREATE TABLE seas (name TEXT UNIQUE, depth INTEGER)");
    commits.clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private long depth(String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DEPTH)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong("depth") : -1;
      }
    }
  }

  @Test
  void a_statement_that_is_closed_is_used_again_for_the_same_text() throws SQLException {
    PreparedStatement first = connection.prepareStatement(DEPTH);
    first.close();
    first.close();
    assertThat(connection.prepareStatement(DEPTH)).isSameAs(first);
    assertThat(connection.prepareStatement(DEPTH)).isNotSameAs(first);
  }

  @Test
  void each_use_finds_its_own_values_and_columns() throws SQLException {
    run(INSERT, "Baltic", 459);
    run(INSERT, "Aegean", 3_544);
    assertThat(depth("Baltic")).isEqualTo(459);
    assertThat(depth("Aegean")).isEqualTo(3_544);
    assertThat(depth("Dead")).isEqualTo(-1);
    assertThat(depth("Baltic")).isEqualTo(459);
  }

  @Test
  void nothing_of_an_earlier_use_stays_bound() throws SQLException {
    run(INSERT, "Baltic", 459);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.executeUpdate();
    }
    try (ResultSet rows =
        connection.prepareStatement("SELECT name FROM seas ORDER BY name").executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isNull();
    }
  }

  @Test
  void a_read_that_was_left_in_the_middle_holds_nothing_up() throws SQLException {
    run(INSERT, "Baltic", 459);
    run(INSERT, "Aegean", 3_544);
    try (PreparedStatement all = connection.prepareStatement("SELECT * FROM seas")) {
      assertThat(all.executeQuery().next()).isTrue();
    }
    run("DROP TABLE seas");
  }

  @Test
  void a_statement_that_failed_can_be_used_again() throws SQLException {
    run(INSERT, "Baltic", 459);
    assertThatThrownBy(() -> run(INSERT, "Baltic", 1)).isInstanceOf(SQLException.class);
    run(INSERT, "Aegean", 3_544);
    assertThat(depth("Aegean")).isEqualTo(3_544);
  }

  @Test
  void only_so_many_are_kept() throws SQLException {
    PreparedStatement first = connection.prepareStatement("SELECT 0");
    first.close();
    for (int i = 1; i <= 100; i++) {
      connection.prepareStatement("SELECT " + i).close();
    }
    assertThat(first.isClosed()).isTrue();
    assertThat(connection.prepareStatement("SELECT 0")).isNotSameAs(first);
  }

  @Test
  void what_is_written_is_told_when_it_is_committed_and_reads_are_not() throws SQLException {
    run(INSERT, "Baltic", 459);
    assertThat(commits).containsExactly(SEAS);
    assertThat(depth("Baltic")).isEqualTo(459);
    assertThat(commits).hasSize(1);
    connection.setAutoCommit(false);
    run(INSERT, "Aegean", 3_544);
    run(INSERT, "Dead", 306);
    assertThat(commits).hasSize(1);
    connection.commit();
    assertThat(commits).containsExactly(SEAS, SEAS);
  }

  @Test
  void a_transaction_tells_of_which_photo_it_changed_rows() throws SQLException {
    run("CREATE TABLE likes (photo_id TEXT, user_id INTEGER)");
    run("CREATE TABLE views (photo_id TEXT)");
    commits.clear();
    connection.setAutoCommit(false);
    run("DELETE FROM likes WHERE photo_id = ?", "a");
    run("DELETE FROM likes WHERE photo_id = ? AND user_id = ?", "b", 1);
    run("DELETE FROM views WHERE photo_id <> ?", "a");
    connection.commit();
    run("DELETE FROM likes WHERE photo_id = ?", "a");
    connection.rollback();
    connection.commit();
    Tables likes = Tables.of(Set.of("likes"));
    assertThat(commits)
        .containsExactly(
            likes.ofPhoto("a").and(likes.ofPhoto("b")).and(Tables.of(Set.of("views"))));
  }

  @Test
  void outside_of_a_transaction_the_rows_of_one_photo_are_the_whole_table() throws SQLException {
    run("CREATE TABLE likes (photo_id TEXT, user_id INTEGER)");
    commits.clear();
    run("DELETE FROM likes WHERE photo_id = ?", "a");
    assertThat(commits).containsExactly(Tables.of(Set.of("likes")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_query_of_any_kind_changes_nothing(boolean autoCommit) throws SQLException {
    connection.setAutoCommit(autoCommit);
    for (String query : List.of(DEPTH, "WITH s AS (SELECT 1) SELECT * FROM s", "PRAGMA encoding")) {
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.executeQuery().next();
      }
    }
    if (!autoCommit) {
      connection.commit();
    }
    assertThat(commits).isEmpty();
  }

  @Test
  void what_is_rolled_back_changes_nothing() throws SQLException {
    connection.setAutoCommit(false);
    run(INSERT, "Baltic", 459);
    connection.rollback();
    assertThat(depth("Baltic")).isEqualTo(-1);
    connection.commit();
    assertThat(commits).isEmpty();
  }

  @Test
  void a_transaction_of_unknown_statements_may_have_changed_everything() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement unknown = connection.createStatement()) {
      unknown.executeUpdate("INSERT INTO seas VALUES ('Baltic', 459)");
    }
    connection.commit();
    assertThat(commits).containsExactly(Tables.ALL);
  }

  @Test
  void a_connection_is_valid_until_it_is_closed() throws SQLException {
    assertThat(connection.isValid(1)).isTrue();
    connection.close();
    assertThat(connection.isValid(1)).isFalse();
  }
}
