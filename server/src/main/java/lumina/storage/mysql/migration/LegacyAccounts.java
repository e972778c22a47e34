package lumina.storage.mysql.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lumina.text.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes usernames and email addresses of the old application unique: some were different there and
/// are equal for Lumina, which ignores case and accents. Also fills in missing addresses.
///
/// The oldest account keeps its name and address. Later ones get the name `name-2`, `name-3` … and
/// the address `name@lumina.local`; their old values are kept (`old_username`, `old_email`).
public record LegacyAccounts(JdbcClient sql) {
  private static final int MAX_NAME_LENGTH = 50;
  private static final String COMPARED = "CONVERT(%s USING utf8mb4) COLLATE utf8mb4_unicode_520_ci";

  /// @param column `username` or `email`
  /// @param old the value before; empty if none
  public record Change(long id, String column, String old, String now) {}

  /// Returns the changes that an adoption will make, or has made: the same before and after it.
  public List<Change> changes() {
    LegacyTable users = new LegacyTable(sql, "users");
    return users.hasColumn("old_username") && users.hasColumn("name") ? made() : toMake();
  }

  private List<Change> made() {
    return Stream.of("username", "email")
        .flatMap(
            column ->
                sql
                    .sql(
                        "SELECT id, old_%1$s, %1$s FROM users WHERE old_%1$s IS NOT NULL ORDER BY id"
                            .formatted(column))
                    .query(
                        (row, n) ->
                            new Change(row.getLong(1), column, row.getString(2), row.getString(3)))
                    .list()
                    .stream())
        .toList();
  }

  /// Returns, by table, the ids of the rows without a readable creation time; empty after an
  /// adoption.
  public Map<String, List<Long>> timeless() {
    Map<String, List<Long>> timeless = new LinkedHashMap<>();
    for (String table : List.of("users", "friend_requests")) {
      timeless.put(table, new LegacyTable(sql, table).timeless());
    }
    timeless.values().removeIf(List::isEmpty);
    return timeless;
  }

  private List<Change> toMake() {
    List<Change> changes = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (Person later : later("username")) {
      changes.add(new Change(later.id(), "username", later.said(), freeName(later.said(), given)));
    }
    for (Person later : later("email")) {
      String name =
          changes.stream()
              .filter(it -> it.id() == later.id() && it.column().equals("username"))
              .map(Change::now)
              .findFirst()
              .orElse(later.username());
      changes.add(new Change(later.id(), "email", later.said(), freeAddress(name, later.id())));
    }
    return changes;
  }

  private record Person(long id, String username, String said) {}

  /// People whose value an older account has, and those without a value.
  private List<Person> later(String column) {
    String compared = COMPARED.formatted(column);
    return sql.sql(
            """
            SELECT id, username, coalesce(said, '') AS said FROM (
              SELECT id, username, %1$s AS said,
                row_number() OVER (PARTITION BY %2$s ORDER BY id) AS place
              FROM users) ranked
            WHERE place > 1 OR said IS NULL OR trim(said) = '' ORDER BY id
            """
                .formatted(column, compared))
        .query(
            (row, n) ->
                new Person(row.getLong("id"), row.getString("username"), row.getString("said")))
        .list();
  }

  private String freeName(String name, Set<String> given) {
    for (int n = 2; ; n++) {
      String suffix = "-" + n;
      String candidate = Text.cut(name, MAX_NAME_LENGTH - suffix.length()) + suffix;
      if (isFree("username", candidate) && given.add(candidate.toLowerCase(Locale.ROOT))) {
        return candidate;
      }
    }
  }

  private String freeAddress(String name, long id) {
    String usual = name + "@lumina.local";
    return isFree("email", usual) ? usual : "%s.%d@lumina.local".formatted(name, id);
  }

  private boolean isFree(String column, String value) {
    return sql.sql(
                "SELECT count(*) FROM users WHERE %s = %s"
                    .formatted(COMPARED.formatted(column), COMPARED.formatted(":value")))
            .param("value", value)
            .query(Long.class)
            .single()
        == 0;
  }

  /// Makes the changes; can be repeated after an interruption.
  void change() {
    for (Change change : toMake()) {
      sql.sql(
              "UPDATE users SET old_%1$s = coalesce(old_%1$s, :old), %1$s = :now WHERE id = :id"
                  .formatted(change.column()))
          .param("old", change.old())
          .param("now", change.now())
          .param("id", change.id())
          .update();
    }
  }
}
