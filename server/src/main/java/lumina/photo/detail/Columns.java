package lumina.photo.detail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields as SQL and a transfer store them: texts and numbers; a list is separated by commas.
public record Columns(Map<String, @Nullable Object> values) implements FieldReader, FieldWriter {
  public Columns() {
    this(new LinkedHashMap<>());
  }

  @Override
  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  @Override
  public List<String> texts(String name) {
    String joined = text(name);
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  @Override
  public long number(String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public boolean flag(String name) {
    return number(name) != 0;
  }

  @Override
  public void text(String name, String value) {
    values.put(name, value);
  }

  @Override
  public void texts(String name, List<String> value) {
    values.put(name, String.join(",", value));
  }

  @Override
  public void number(String name, long value) {
    values.put(name, value);
  }

  @Override
  public void flag(String name, boolean value) {
    values.put(name, value ? 1L : 0L);
  }
}
