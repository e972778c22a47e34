package lumina.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One record, in a form that is the same for both backends.
///
/// @param values a long or a text by field, null for a missing value
public record EntityRecord(Entity kind, Map<String, @Nullable Object> values) {
  /// @param named values by field, in the types of any store; others are ignored
  public static EntityRecord of(Entity kind, Map<String, ? extends @Nullable Object> named) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    kind.fields().forEach(field -> values.put(field, plain(named.get(field))));
    return new EntityRecord(kind, values);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> number.longValue();
      case Boolean flag -> flag ? 1L : 0L;
      default -> value.toString();
    };
  }

  List<@Nullable Object> key() {
    return values.values().stream().limit(kind.keys().size()).toList();
  }

  public @Nullable String optional(String field) {
    return (String) values.get(field);
  }

  public String text(String field) {
    return Objects.requireNonNull(optional(field), field);
  }

  public long number(String field) {
    return (Long) Objects.requireNonNull(values.get(field), field);
  }

  /// Returns the people whom it refers to: numbers whose name ends in `_id`. The first is its
  /// author.
  public List<Long> people() {
    return values.keySet().stream()
        .filter(field -> field.endsWith("_id") && values.get(field) instanceof Long)
        .map(this::number)
        .toList();
  }

  /// Adds the record to a digest, with the length before each value, so that no two records have
  /// the same form.
  void digest(MessageDigest digest) {
    for (Object value : values.values()) {
      byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      String head = (value == null ? "-" : value instanceof Long ? "#" : "") + bytes.length + ":";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}
