package lumina.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lumina.storage.cache.Tables;

/// Says which tables a statement reads and changes. It errs on the safe side: every word that is
/// the name of a table counts as read, and what is not an ordinary change may change everything, as
/// may a deletion that others follow (`ON DELETE CASCADE`).
final class StatementTables {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern RETURNING = Pattern.compile("(?i)\\bRETURNING\\b");
  private static final Pattern CHANGE =
      Pattern.compile("(?is)\\s*(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(\\w+)\\b.*");

  /// Locks rows, and leaves them as they are.
  private static final Pattern LOCK =
      Pattern.compile("(?is)\\s*UPDATE\\s+\\w+\\s+SET\\s+(\\w+)\\s*=\\s*\\1\\s+WHERE\\b.*");

  private static final String NAMES = "SELECT name FROM sqlite_schema WHERE type = 'table'";

  /// Tables whose rows take rows of others with them.
  private static final String FOLLOWED =
      """
      SELECT f."table" FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f
      WHERE f.on_delete NOT IN ('NO ACTION', 'RESTRICT')
        OR f.on_update NOT IN ('NO ACTION', 'RESTRICT')
      """;

  private static final String UNCLEAR =
      "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')";

  private final Statement schema;
  private long version = -1;
  private Set<String> names = Set.of();
  private Set<String> followed = Set.of();
  private boolean clear;

  /// @param schema reads the schema, which can change
  StatementTables(Statement schema) {
    this.schema = schema;
  }

  /// What a statement reads and changes.
  ///
  /// @param photo the parameter that names the photo whose rows alone it changes, see
  ///   [PhotoParameter]
  record Use(Tables read, Tables changed, int photo) {
    static final Use ANY = new Use(Tables.ALL, Tables.ALL, PhotoParameter.NONE);

    boolean isOfOnePhoto() {
      return photo != PhotoParameter.NONE;
    }
  }

  /// @param returnsRows whether it returns rows, which a change does only if it says so
  Use of(String sql, boolean returnsRows) throws SQLException {
    learn();
    boolean query = returnsRows && !RETURNING.matcher(sql).find();
    Tables changed = query ? Tables.NONE : changed(sql);
    boolean one = !changed.names().isEmpty();
    return new Use(read(sql), changed, one ? PhotoParameter.of(sql) : PhotoParameter.NONE);
  }

  private Tables read(String sql) {
    return clear
        ? Tables.of(
            WORD.matcher(sql)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .filter(names::contains)
                .collect(Collectors.toSet()))
        : Tables.ALL;
  }

  private Tables changed(String sql) {
    Matcher change = CHANGE.matcher(sql);
    if (!clear || !change.matches()) {
      return Tables.ALL;
    }
    if (LOCK.matcher(sql).matches()) {
      return Tables.NONE;
    }
    String table = change.group(1).toLowerCase(Locale.ROOT);
    return names.contains(table) && !followed.contains(table)
        ? Tables.of(Set.of(table))
        : Tables.ALL;
  }

  /// Whether the database answers.
  boolean isReadable() throws SQLException {
    return version() >= 0;
  }

  private void learn() throws SQLException {
    long now = version();
    if (now != version) {
      names = names(NAMES);
      followed = names(FOLLOWED);
      clear = names(UNCLEAR).isEmpty();
      version = now;
    }
  }

  private long version() throws SQLException {
    try (ResultSet row = schema.executeQuery("PRAGMA schema_version")) {
      return row.getLong(1);
    }
  }

  private Set<String> names(String query) throws SQLException {
    Set<String> found = new HashSet<>();
    try (ResultSet rows = schema.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1).toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }
}
