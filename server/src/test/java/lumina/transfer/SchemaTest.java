package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever adds a table or a column says what becomes of it: in a move, when somebody takes
/// everything along, and when they leave.
@Tag("cloud")
class SchemaTest {
  private final Fates fates = Fates.read();

  @ParameterizedTest
  @EnumSource
  void every_table_has_its_fate(SqlDatabase database) {
    Set<String> tables = Schema.of(database).columns().keySet();
    assertThat(without(tables, fates.tables().keySet()))
        .as("tables of %s that have no line in %s, section [tables]", database, Fates.FILE)
        .isEmpty();
  }

  @Test
  void no_fate_outlives_its_table() {
    Set<String> parts = new TreeSet<>();
    for (SqlDatabase database : SqlDatabase.values()) {
      parts.addAll(Schema.of(database).columns().keySet());
      parts.addAll(Schema.of(database).all());
    }
    Set<String> named = new TreeSet<>(fates.tables().keySet());
    named.addAll(fates.notCopied());
    named.addAll(fates.alone());
    assertThat(without(named, parts)).as("what %s names and no database has", Fates.FILE).isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @Test
  void both_databases_have_the_same_tables_and_columns() {
    Set<String> ofSqlite = shared(Schema.of(SqlDatabase.SQLITE));
    Set<String> ofMySql = shared(Schema.of(SqlDatabase.MARIADB));
    String advice =
        "add a migration to the other one, or name a reason in %s, section [on one database only]"
            .formatted(Fates.FILE);
    assertThat(without(ofSqlite, ofMySql)).as("columns of SQLite alone: %s", advice).isEmpty();
    assertThat(without(ofMySql, ofSqlite)).as("columns of MySQL alone: %s", advice).isEmpty();
  }

  private Set<String> shared(Schema schema) {
    Set<String> all = new TreeSet<>(schema.all());
    all.removeIf(
        column ->
            fates.alone().contains(column)
                || fates.alone().contains(column.replaceFirst("\\..*", "")));
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void a_move_copies_every_column_of_a_table_that_it_copies(SqlDatabase database) {
    Set<String> missing = new TreeSet<>();
    Schema.of(database).columns().forEach((table, columns) -> missing.addAll(lost(table, columns)));
    assertThat(missing)
        .as(
            "columns of %s that move/Kind.java does not name: add them there (and to what reads and"
                + " writes that kind), or name a reason in %s,"
                + " section [columns that a move does not copy]",
            database, Fates.FILE)
        .isEmpty();
  }

  private List<String> lost(String table, Set<String> columns) {
    Fates.Fate fate = fates.tables().get(table);
    if (fate == null || fate.moved().startsWith(Fates.NO)) {
      return List.of();
    }
    return columns.stream()
        .filter(column -> !fate.kind().fields().contains(column))
        .map(column -> table + "." + column)
        .filter(column -> !fates.notCopied().contains(column))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_deleted_with_the_account_has_a_foreign_key_that_does_it(SqlDatabase database) {
    Map<String, Set<String>> rules = Schema.of(database).rulesAboutPeople();
    Stream<String> cascading =
        fates.tables().entrySet().stream()
            .filter(entry -> entry.getValue().deleted().equals("cascade"))
            .map(Map.Entry::getKey)
            .filter(Schema.of(database).columns().keySet()::contains);
    assertThat(cascading)
        .allSatisfy(
            table ->
                assertThat(rules.getOrDefault(table, Set.of()))
                    .as(
                        "foreign keys from %s to users in %s: have them ON DELETE CASCADE, or say"
                            + " in %s who deletes",
                        table, database, Fates.FILE)
                    .containsExactly("CASCADE"));
  }
}
