package lumina.storage.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/// Reads the rows of one result as records: the column `photo_id` is the component `photoId`.
///
/// Spring's mappers do the same, but search every column again in each row, `DataClassRowMapper`
/// with an exception for each name of two words. That cost more than the rows themselves.
public final class Rows<T extends Record> implements RowMapper<T> {
  private static final ConversionService CONVERSIONS = DefaultConversionService.getSharedInstance();

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private record Shape(Constructor<?> constructor, List<Class<?>> types, List<String> names) {
    static Shape of(Class<?> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      List<String> names =
          components.stream()
              .map(it -> JdbcUtils.convertPropertyNameToUnderscoreName(it.getName()))
              .toList();
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape(constructor, List.of(types), names);
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private final Class<T> type;
  private final Shape shape;
  private int @Nullable [] columns;

  private Rows(Class<T> type) {
    this.type = type;
    this.shape = SHAPES.get(type);
  }

  /// Makes a mapper for one result.
  public static <T extends Record> RowMapper<T> of(Class<T> type) {
    return new Rows<>(type);
  }

  @Override
  public T mapRow(ResultSet row, int number) throws SQLException {
    int[] found = columns(row);
    @Nullable Object[] values = new @Nullable Object[found.length];
    for (int i = 0; i < found.length; i++) {
      values[i] = value(row, found[i], shape.types().get(i));
    }
    return type.cast(BeanUtils.instantiateClass(shape.constructor(), values));
  }

  private static @Nullable Object value(ResultSet row, int column, Class<?> type)
      throws SQLException {
    Object value = JdbcUtils.getResultSetValue(row, column, type);
    return type.isEnum() ? CONVERSIONS.convert(value, type) : value;
  }

  private int[] columns(ResultSet row) throws SQLException {
    if (columns == null) {
      List<String> names = shape.names();
      int[] found = new int[names.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = row.findColumn(names.get(i));
      }
      columns = found;
    }
    return columns;
  }
}
