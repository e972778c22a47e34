package lumina;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lumina.DocComments.Comment;
import org.jspecify.annotations.Nullable;

/// Names a schema after its record (names must be unique), and sets which of its fields are
/// required and what they hold.
final class SchemaNames extends TypeNameResolver {
  static final SchemaNames INSTANCE = new SchemaNames();
  private final Map<String, Class<?>> named = new HashMap<>();
  private final Set<Class<?>> sent = new HashSet<>();

  private SchemaNames() {}

  @Override
  protected String nameForClass(Class<?> cls, Set<Options> options) {
    String name = cls.getSimpleName().replaceFirst("(Json|Body)$", "");
    Class<?> other = cls.isEnum() ? null : named.putIfAbsent(name, cls);
    if (other != null && !other.equals(cls)) {
      throw new IllegalStateException("%s and %s are both called %s".formatted(cls, other, name));
    }
    return name;
  }

  /// @param body a request body, or a part of one
  void sent(Type body) {
    if (body instanceof ParameterizedType list) {
      Stream.of(list.getActualTypeArguments()).forEach(this::sent);
    } else if (body instanceof Class<?> cls && cls.isRecord() && sent.add(cls)) {
      Stream.of(cls.getRecordComponents()).forEach(field -> sent(field.getGenericType()));
    }
  }

  /// In requests a nullable field may be missing; in responses every field is present.
  void complete(String name, Schema<?> schema) {
    Class<?> cls = named.get(name);
    if (cls == null || !cls.isRecord() || schema.getProperties() == null) {
      return;
    }
    Comment said = DocComments.of(cls);
    schema.addType("object");
    schema.description(said.text().isEmpty() ? null : said.text() + ".");
    completeFields(cls, schema);
  }

  private void completeFields(Class<?> cls, Schema<?> schema) {
    Comment said = DocComments.of(cls);
    for (Method told : cls.getDeclaredMethods()) {
      if (told.isAnnotationPresent(JsonUnwrapped.class)) {
        completeFields(told.getReturnType(), schema);
      }
      String field = Fields.snakeCase(told.getName());
      Schema<?> property = schema.getProperties().get(field);
      if (property == null || told.getParameterCount() > 0) {
        continue;
      }
      if (told.isAnnotationPresent(JsonRawValue.class)) {
        property = new ObjectSchema();
      }
      Fields.describe(field, property, said.params().get(told.getName()));
      boolean nullable = told.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
      boolean leftOut =
          cls.isAnnotationPresent(JsonInclude.class) || told.isAnnotationPresent(JsonInclude.class);
      schema.getProperties().put(field, nullable && !leftOut ? orNull(property) : property);
      if (!nullable || !(leftOut || sent.contains(cls))) {
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
