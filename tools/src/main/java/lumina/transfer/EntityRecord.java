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

/// One thing of a kind: what both backends say of it in the same way.
///
/// @param values a long or a text for each field; what is not there is null
public record EntityRecord(Entity kind, List<@Nullable Object> values) {
  public static EntityRecord of(Entity kind, Map<String, ? extends @Nullable Object> named) {
    List<@Nullable Object> values = new ArrayList<>();
    kind.fields().forEach(field -> values.add(named.get(field)));
    return new EntityRecord(kind, values);
  }

  /// Of columns that are called as the fields.
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

  /// The values by the names of their fields.
  public Map<String, @Nullable Object> named() {
    Map<String, @Nullable Object> named = new HashMap<>();
    kind.fields().forEach(field -> named.put(field, values.get(kind.fields().indexOf(field))));
    return named;
  }

  /// Written out so that no two rows look alike: each value with its length before it.
  void digest(MessageDigest digest) {
    for (Object value : values) {
      byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      String head = (value == null ? "-" : value instanceof Long ? "#" : "") + bytes.length + ":";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}
