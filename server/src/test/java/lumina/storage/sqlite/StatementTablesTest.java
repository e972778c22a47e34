package lumina.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import lumina.storage.cache.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // opened before each test
class StatementTablesTest {
  private Connection database;
  private Statement schema;
  private StatementTables tables;

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite::memory:");
    schema = database.createStatement();
    tables = new StatementTables(database.createStatement());
    schema.executeUpdate("CREATE TABLE ships (id INTEGER PRIMARY KEY, name TEXT)");
    schema.executeUpdate("CREATE TABLE ports (id INTEGER PRIMARY KEY)");
    schema.executeUpdate(
        "CREATE TABLE crew (ship INTEGER REFERENCES ships (id) ON DELETE CASCADE, name TEXT)");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private static Tables of(String... names) {
    return Tables.of(Set.of(names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM ships, crew",
        "SELECT (SELECT count(*) FROM Crew) FROM ships",
        "WITH c AS (SELECT ship FROM crew) SELECT * FROM ships JOIN c ON c.ship = ships.id",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM \"ships\" LEFT JOIN main.crew)",
      })
  void a_query_reads_all_tables_that_it_names(String query) throws SQLException {
    assertThat(tables.of(query, true).read()).isEqualTo(of("ships", "crew"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT replace(name, 'a', 'b') FROM ships",
        "WITH c AS (SELECT ship FROM crew) SELECT * FROM c",
        "PRAGMA page_count",
      })
  void a_query_changes_nothing(String query) throws SQLException {
    assertThat(tables.of(query, true).changed()).isEqualTo(Tables.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO crew (ship) SELECT id FROM ships",
        "insert into\n  CREW VALUES (1, 'Ann') ON CONFLICT DO UPDATE SET name = 'Ann'",
        "UPDATE crew SET name = (SELECT name FROM ships)",
        "DELETE FROM crew WHERE ship IN (SELECT id FROM ships)",
        "DELETE FROM crew",
        "UPDATE crew SET name = name || '!' WHERE ship = 1",
        "UPDATE crew SET name = name, ship = 2 WHERE ship = 1",
      })
  void an_ordinary_change_changes_one_table(String change) throws SQLException {
    assertThat(tables.of(change, false).changed()).isEqualTo(of("crew"));
  }

  @Test
  void a_statement_that_only_locks_rows_changes_nothing() throws SQLException {
    assertThat(tables.of("UPDATE crew SET name = name WHERE ship IN (1, 2)", false).changed())
        .isEqualTo(Tables.NONE);
  }

  @Test
  void a_change_that_returns_what_it_changed_is_a_change() throws SQLException {
    assertThat(tables.of("INSERT INTO crew VALUES (1, 'Ann') RETURNING name", true).changed())
        .isEqualTo(of("crew"));
    assertThat(tables.of("DELETE FROM ships RETURNING id", true).changed()).isEqualTo(Tables.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM ships WHERE id = 1",
        "INSERT OR REPLACE INTO ships VALUES (1, 'Ann')",
        "REPLACE INTO ships VALUES (1, 'Ann')",
        "UPDATE OR REPLACE crew SET ship = 1",
        "WITH old AS (SELECT 1) DELETE FROM ships",
        "UPDATE unheard_of SET name = 1",
        "CREATE TABLE more (id INTEGER)",
        "PRAGMA foreign_keys = OFF",
      })
  void whatever_else_may_change_everything(String change) throws SQLException {
    assertThat(tables.of(change, false).changed()).isEqualTo(Tables.ALL);
  }

  @Test
  void a_table_that_is_made_later_is_known_then() throws SQLException {
    assertThat(tables.of("SELECT * FROM lighthouses", true).read()).isEqualTo(Tables.NONE);
    schema.executeUpdate("CREATE TABLE lighthouses (id INTEGER)");
    assertThat(tables.of("SELECT * FROM lighthouses", true).read()).isEqualTo(of("lighthouses"));
  }

  @Test
  void with_triggers_or_views_every_statement_may_read_and_change_everything() throws SQLException {
    schema.executeUpdate("CREATE VIEW sailors AS SELECT * FROM crew");
    assertThat(tables.of("SELECT * FROM sailors", true).read()).isEqualTo(Tables.ALL);
    assertThat(tables.of("UPDATE ports SET id = 1", false).changed()).isEqualTo(Tables.ALL);
    assertThat(tables.of("UPDATE ports SET id = id WHERE id = 1", false).changed())
        .isEqualTo(Tables.ALL);
  }
}
