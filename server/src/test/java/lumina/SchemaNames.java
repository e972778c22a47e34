package lumina;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names the records of controllers so that no two are called the same (`PhotoEdit` and
/// `ProfileEdit`), and says which of their fields are always there.
final class SchemaNames extends TypeNameResolver {
  static final SchemaNames INSTANCE = new SchemaNames();
  private final Map<String, Class<?>> named = new HashMap<>();

  private SchemaNames() {}

  @Override
  protected String nameForClass(Class<?> cls, java.util.Set<Options> options) {
    Class<?> outer = cls.getEnclosingClass();
    String feature = outer == null ? "" : outer.getSimpleName().replace("Controller", "");
    String own = cls.getSimpleName().replaceFirst("Json$", "");
    String name = own.startsWith(feature) ? own : feature + own;
    Class<?> other = named.putIfAbsent(name, cls);
    if (other != null && !other.equals(cls)) {
      throw new IllegalStateException("%s and %s are both called %s".formatted(cls, other, name));
    }
    return name;
  }

  /// A field that may be null may be missing in what is sent; in answers every field is there.
  void completed(String name, Schema<?> schema) {
    Class<?> cls = named.get(name);
    if (cls == null || !cls.isRecord() || schema.getProperties() == null) {
      return;
    }
    schema.addType("object");
    for (Method told : cls.getDeclaredMethods()) {
      String field = told.getName().replaceAll("([A-Z])", "_$1").toLowerCase(ROOT);
      Schema<?> property = schema.getProperties().get(field);
      if (property == null || told.getParameterCount() > 0) {
        continue;
      }
      if (told.isAnnotationPresent(JsonRawValue.class)) {
        schema.getProperties().put(field, new ObjectSchema());
      }
      if (told.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
        schema.getProperties().put(field, orNull(property));
      } else {
        schema.addRequiredItem(field);
      }
    }
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() == null) {
      property.addType("null");
      return property;
    }
    Schema<?> nothing = new Schema<>();
    nothing.addType("null");
    Schema<Object> either = new Schema<>();
    either.setAnyOf(List.of(property, nothing));
    return either;
  }
}
