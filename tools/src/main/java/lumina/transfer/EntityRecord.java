package lumina.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One record, in a form that is the same for both backends.
///
/// @param values a long or a text for each field, null for a missing value
public record EntityRecord(Entity kind, List<@Nullable Object> values) {
  public static EntityRecord of(Entity kind, Map<String, ? extends @Nullable Object> named) {
    List<@Nullable Object> values = new ArrayList<>();
    kind.fields().forEach(field -> values.add(named.get(field)));
    return new EntityRecord(kind, values);
  }

  /// Reads columns with the names of the fields.
  public static EntityRecord read(Entity kind, ResultSet columns) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (String field : kind.fields()) {
      values.add(kind.isNumber(field) ? number(columns, field) : columns.getString(field));
    }
    return new EntityRecord(kind, values);
  }

  private static @Nullable Long number(ResultSet columns, String field) throws SQLException {
    long number = columns.getLong(field);
    return columns.wasNull() ? null : number;
  }

  public List<@Nullable Object> key() {
    return values.subList(0, kind.keys().size());
  }

  @Nullable
  public String optional(String field) {
    return (String) values.get(kind.fields().indexOf(field));
  }

  public String text(String field) {
    return Objects.requireNonNull(optional(field), field);
  }

  public long number(String field) {
    return (Long) Objects.requireNonNull(values.get(kind.fields().indexOf(field)), field);
  }

  public boolean flag(String field) {
    return number(field) != 0;
  }

  /// Returns the values by field name.
  public Map<String, @Nullable Object> named() {
    Map<String, @Nullable Object> named = new HashMap<>();
    kind.fields().forEach(field -> named.put(field, values.get(kind.fields().indexOf(field))));
    return named;
  }

  /// Adds the record to a digest, with the length before each value, so that no two records have
  /// the same form.
  void digest(MessageDigest digest) {
    for (Object value : values) {
      byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      String head = (value == null ? "-" : value instanceof Long ? "#" : "") + bytes.length + ":";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}
