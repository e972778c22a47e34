package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lumina.storage.Schema;
import lumina.storage.TableNotes;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each table and column is copied by a move, or there is a documented reason why not.
@Tag("cloud")
class TransferSchemaTest {
  private final TableNotes notes = TableNotes.read("tools", "/lumina/transfer/tables.txt");
  private final Map<String, List<String>> tables = notes.section("tables");
  private final Set<String> notCopied = notes.section("columns that a move does not copy").keySet();

  @ParameterizedTest
  @EnumSource
  void a_move_copies_every_table_and_column_or_says_why_not(SqlDatabase database) {
    Set<String> missing = new TreeSet<>();
    Schema.of(database).columns().forEach((table, columns) -> missing.addAll(lost(table, columns)));
    assertThat(missing)
        .as(
            "tables of %s without a line in %s; columns that transfer/Entity.java does not name:"
                + " add them there, or name a reason in that file",
            database, notes.file())
        .isEmpty();
  }

  private List<String> lost(String table, Set<String> columns) {
    if (!tables.containsKey(table)) {
      return List.of(table);
    }
    return columns.stream()
        .filter(column -> kind(table).stream().noneMatch(it -> it.fields().contains(column)))
        .filter(column -> kind(table).isPresent())
        .map(column -> table + "." + column)
        .filter(column -> !notCopied.contains(column))
        .toList();
  }

  /// Empty if it is not copied.
  private Optional<Entity> kind(String table) {
    return Optional.of(tables.getOrDefault(table, List.of(TableNotes.NO)).getFirst())
        .filter(kind -> !kind.startsWith(TableNotes.NO))
        .map(kind -> Entity.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  @Test
  void no_note_outlives_what_it_is_about() {
    Schema sqlite = Schema.of(SqlDatabase.SQLITE);
    Schema mySql = Schema.of(SqlDatabase.MARIADB);
    Set<String> stale = new TreeSet<>(tables.keySet());
    stale.addAll(notCopied);
    stale.removeIf(it -> sqlite.has(it) || mySql.has(it));
    notCopied.stream().filter(this::isCopied).forEach(stale::add);
    assertThat(stale).as("what %s names and is not so any more", notes.file()).isEmpty();
  }

  private boolean isCopied(String column) {
    List<String> parts = List.of(column.split("\\."));
    return kind(parts.getFirst()).map(kind -> kind.fields().contains(parts.getLast())).orElse(true);
  }
}
