package lumina;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lumina.DocComments.Comment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Names a schema after its record (names must be unique), and sets which of its fields are
/// required and what they hold.
final class SchemaNames extends TypeNameResolver {
  static final SchemaNames INSTANCE = new SchemaNames();
  private final Map<String, Class<?>> named = new HashMap<>();
  private final Set<String> clashes = new TreeSet<>();
  private final Map<Class<?>, Reach> sent = new HashMap<>();

  private SchemaNames() {}

  @Override
  protected String nameForClass(Class<?> cls, Set<Options> options) {
    String name = cls.getSimpleName().replaceFirst("(Json|Body)$", "");
    Class<?> other = cls.isEnum() ? null : named.putIfAbsent(name, cls);
    if (other != null && !other.equals(cls)) {
      clashes.add("%s and %s are both called %s".formatted(cls, other, name));
    }
    return name;
  }

  /// Records of the same name, of which the description shows one.
  Set<String> clashes() {
    return clashes;
  }

  /// @param body a request body, or a part of one
  /// @param reach of the method that receives it
  void sent(Type body, Reach reach) {
    if (body instanceof ParameterizedType list) {
      Stream.of(list.getActualTypeArguments()).forEach(item -> sent(item, reach));
    } else if (body instanceof Class<?> cls && cls.isRecord() && sent.put(cls, reach) == null) {
      Stream.of(cls.getRecordComponents()).forEach(it -> sent(it.getGenericType(), reach));
    }
  }

  /// In requests a nullable field may be missing; in responses every field is present.
  void complete(String name, Schema<?> schema) {
    Class<?> cls = named.get(name);
    if (cls == null || !cls.isRecord()) {
      return;
    }
    Comment said = DocComments.of(cls);
    schema.addType("object");
    schema.description(said.text().isEmpty() ? null : said.text() + ".");
    if (schema.getProperties() != null) {
      completeFields(cls, schema);
    }
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
      if (told.getReturnType().equals(JsonNode.class)) {
        // read by hand, to tell null from nothing
        property = field.endsWith("_at") ? new IntegerSchema().format("int64") : new StringSchema();
      }
      Fields.describeWords(cls, field, property);
      Fields.describe(field, property, said.params().get(told.getName()));
      Reach reach = sent.get(cls);
      if (reach != null) {
        Fields.limit(field, property, reach.limits());
      }
      boolean nullable =
          told.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)
              && (reach == null || !reach.required().contains(field));
      boolean leftOut =
          cls.isAnnotationPresent(JsonInclude.class) || told.isAnnotationPresent(JsonInclude.class);
      schema.getProperties().put(field, nullable && !leftOut ? orNull(property) : property);
      if (!nullable || !(leftOut || reach != null)) {
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
