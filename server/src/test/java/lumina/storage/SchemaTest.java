package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each table has a documented fate: in an account's export, and when its person leaves.
@Tag("cloud")
class SchemaTest {
  private static final String CASCADE = "cascade";
  private static final String BY = "by: ";

  private final Fates fates = Fates.read();
  private final Schema ofSqlite = Schema.of(SqlDatabase.SQLITE);
  private final Schema ofMySql = Schema.of(SqlDatabase.MARIADB);

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
    Set<String> named = new TreeSet<>(fates.tables().keySet());
    named.addAll(fates.alone());
    named.addAll(fates.keyless());
    named.removeIf(it -> ofSqlite.has(it) || ofMySql.has(it));
    assertThat(named).as("what %s names and no database has", Fates.FILE).isEmpty();
  }

  @Test
  void no_exception_outlives_its_reason() {
    Set<String> stale = new TreeSet<>(fates.alone());
    stale.removeIf(
        it ->
            ofSqlite.has(it) != ofMySql.has(it)
                || !Objects.equals(ofSqlite.columns().get(it), ofMySql.columns().get(it)));
    fates.keyless().stream()
        .filter(Schema.named(ofSqlite.cascading())::contains)
        .forEach(stale::add);
    assertThat(stale).as("exceptions in %s that are none any more", Fates.FILE).isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @Test
  void both_databases_have_the_same_tables_and_columns() {
    Set<String> sqlite = shared(ofSqlite);
    Set<String> mySql = shared(ofMySql);
    String advice =
        "add a migration to the other one, or name a reason in %s, section [on one database only]"
            .formatted(Fates.FILE);
    assertThat(without(sqlite, mySql)).as("columns of SQLite alone: %s", advice).isEmpty();
    assertThat(without(mySql, sqlite)).as("columns of MySQL alone: %s", advice).isEmpty();
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
  void a_row_that_is_deleted_with_the_account_goes_with_whichever_person_it_names(
      SqlDatabase database) {
    Schema schema = Schema.of(database);
    Set<String> staying = new TreeSet<>(Schema.named(schema.people()));
    staying.removeAll(Schema.named(schema.cascading()));
    staying.removeAll(fates.keyless());
    staying.removeIf(column -> !isDeleted(column.replaceFirst("\\..*", ""), CASCADE));
    assertThat(staying)
        .as(
            "columns of %s that name a person: have foreign keys to users ON DELETE CASCADE, or"
                + " say in %s who deletes",
            database, Fates.FILE)
        .isEmpty();
  }

  private boolean isDeleted(String table, String how) {
    Fates.Fate fate = fates.tables().get(table);
    return fate != null && fate.deleted().startsWith(how);
  }

  @Test
  void whoever_deletes_with_the_account_is_there_to_do_it() {
    fates
        .tables()
        .forEach(
            (table, fate) -> {
              if (isDeleted(table, BY)) {
                String deleter = fate.deleted().substring(BY.length()).replaceFirst(",.*", "");
                assertThat(Path.of("src/main/java/lumina", deleter + ".java")).exists();
              } else if (!isDeleted(table, TableNotes.NO)) {
                assertThat(fate.deleted()).as("what deletes %s", table).isEqualTo(CASCADE);
                assertThat(
                        ofSqlite.cascading().containsKey(table)
                            || ofMySql.cascading().containsKey(table))
                    .as("foreign keys of %s", table)
                    .isTrue();
              }
            });
  }
}
