package lumina.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

  /// Returns the photo to which it belongs, and without which it cannot exist.
  public Optional<String> photo() {
    return kind.isOfPhoto() ? Optional.of(text("photo_id")) : Optional.empty();
  }

  /// The values as a text that no other record of its kind has.
  String form() {
    return JsonMapper.shared().writeValueAsString(values.values());
  }
}
