package lumina.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What tables.txt states about every table.
///
/// @param tables by their names
/// @param alone tables and columns that only one of the databases has
/// @param keyless columns that refer to a person without a foreign key, as `table.column`
public record Fates(Map<String, Fate> tables, Set<String> alone, Set<String> keyless) {
  private static final TableNotes NOTES = TableNotes.read("server", "/lumina/tables.txt");
  static final String FILE = NOTES.file();

  /// @param taken the file of the account's export, or why there is none
  /// @param deleted what deletes the rows when their person leaves, or why nothing does
  record Fate(String taken, String deleted) {}

  /// The files of an account's export, except photos.
  public static Set<String> filesTakenAlong() {
    return read().tables().values().stream()
        .map(Fate::taken)
        .filter(taken -> !taken.startsWith(TableNotes.NO))
        .collect(Collectors.toSet());
  }

  static Fates read() {
    Map<String, Fate> tables = new LinkedHashMap<>();
    NOTES
        .section("tables")
        .forEach((table, fate) -> tables.put(table, new Fate(fate.get(0), fate.get(1))));
    return new Fates(
        tables,
        NOTES.section("on one database only").keySet(),
        NOTES.section("people without a foreign key").keySet());
  }
}
