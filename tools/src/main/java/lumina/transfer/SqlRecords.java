package lumina.transfer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads and writes the rows of an SQL table, page by page in the order of their keys, with
/// statements that both SQLite and MySQL understand.
class SqlRecords implements Records {
  final SqlRows rows;
  private final Entity kind;

  SqlRecords(Entity kind, SqlRows rows) {
    this.kind = kind;
    this.rows = rows;
  }

  @Override
  public Entity kind() {
    return kind;
  }

  /// The query for all records, with the fields as columns.
  String select() {
    return "SELECT %s FROM %s".formatted(String.join(", ", kind.fields()), kind.table());
  }

  /// Expressions for columns that are not fields, by column.
  Map<String, String> computed() {
    return Map.of();
  }

  @Override
  public boolean isEmpty() {
    return page("1 = 1", Map.of()).isEmpty();
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<EntityRecord> page = page("1 = 1", Map.of());
    while (!page.isEmpty()) {
      taker.accept(page);
      page = page(after(kind.keys()), page.getLast().values());
    }
  }

  /// The condition that a row comes after a key. (MySQL would read all rows before it if several
  /// columns were compared at once.)
  private static String after(List<String> keys) {
    String first = keys.getFirst();
    return keys.size() == 1
        ? "%1$s > :%1$s".formatted(first)
        : "%1$s >= :%1$s AND (%1$s > :%1$s OR (%2$s))"
            .formatted(first, after(keys.subList(1, keys.size())));
  }

  private List<EntityRecord> page(
      String condition, Map<String, ? extends @Nullable Object> parameters) {
    return rows.read(
        kind,
        "SELECT * FROM (%s) r WHERE %s ORDER BY %s LIMIT %d"
            .formatted(select(), condition, String.join(", ", kind.keys()), PAGE),
        parameters);
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> wanted) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    for (EntityRecord row : wanted) {
      int number = conditions.size();
      kind.keys().forEach(key -> parameters.put(key + number, row.values().get(key)));
      conditions.add("(%s)".formatted(equal(kind.keys(), number, " AND ")));
    }
    return conditions.isEmpty() ? List.of() : page(String.join(" OR ", conditions), parameters);
  }

  private static String equal(List<String> fields, Object suffix, String separator) {
    return fields.stream()
        .map(field -> "%1$s = :%1$s%2$s".formatted(field, suffix))
        .collect(joining(separator));
  }

  @Override
  public void insert(List<EntityRecord> some) {
    Map<String, String> columns = new LinkedHashMap<>(computed());
    kind.fields().forEach(field -> columns.put(field, ":" + field));
    rows.write(
        some,
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                kind.table(),
                String.join(", ", columns.keySet()),
                String.join(", ", columns.values())));
  }

  @Override
  public void update(List<EntityRecord> some) {
    List<String> fields = kind.fields().subList(kind.keys().size(), kind.fields().size());
    rows.write(
        some,
        "UPDATE %s SET %s WHERE %s".formatted(kind.table(), equal(fields, "", ", "), byKey()));
  }

  @Override
  public void delete(List<EntityRecord> some) {
    rows.write(some, "DELETE FROM %s WHERE %s".formatted(kind.table(), byKey()));
  }

  private String byKey() {
    return equal(kind.keys(), "", " AND ");
  }
}
