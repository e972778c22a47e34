package lumina.storage.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads attributes of an item that an older program may have left out, or written under another
/// name or type.
public record DynamoFields(Map<String, AttributeValue> item) {
  /// Returns the first attribute of these that exists; numbers as digits.
  public Optional<String> text(String... names) {
    return Stream.of(names)
        .map(item::get)
        .flatMap(value -> Stream.ofNullable(value == null ? null : plain(value)))
        .findFirst();
  }

  /// Returns the first attribute of these that exists, otherwise 0. Decimals are cut off.
  public long number(String... names) {
    return text(names).map(DynamoFields::whole).orElse(0L);
  }

  private static long whole(String digits) {
    try {
      return new java.math.BigDecimal(digits.strip()).longValue();
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  public boolean has(String name) {
    return item.containsKey(name);
  }

  public boolean flag(String name) {
    AttributeValue value = item.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  public List<String> texts(String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      return List.of();
    }
    return value.hasSs()
        ? value.ss()
        : value.l().stream().map(AttributeValue::s).filter(Objects::nonNull).toList();
  }

  public Optional<DynamoFields> fields(String name) {
    AttributeValue value = item.get(name);
    return value == null || !value.hasM()
        ? Optional.empty()
        : Optional.of(new DynamoFields(value.m()));
  }

  private static @Nullable String plain(AttributeValue value) {
    return value.s() != null ? value.s() : value.n();
  }
}
