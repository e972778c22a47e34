package lumina;

import static java.util.Locale.ROOT;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.access.AlbumAudience;
import lumina.access.Audience;
import lumina.album.Contribution;
import lumina.http.list.PageSize;
import lumina.id.Id;
import lumina.media.ImageFormat;
import lumina.notification.NotificationKind;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;

/// Describes a field by its name: one name has one meaning in the whole API.
final class Fields {
  private static final String TIME = "(.*_)?(at|since|until|timestamp)";
  private static final String ID = "(.*_)?id";
  private static final String URL = "(.*_)?urls?";

  /// Allowed values of fields that the code keeps as text because other versions may know more of
  /// them.
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "audience", all(Audience.class),
          "default_audience", all(Audience.class),
          "format", all(ImageFormat.class),
          "contribute", all(Contribution.class),
          "order", List.of("created", "taken", "album"),
          "kind", all(NotificationKind.class),
          "scope", List.of("home", "profile", "all"),
          "view_as", List.of("friend", "public"));

  private Fields() {}

  /// Allowed values of fields that have others in some records than elsewhere.
  ///
  /// @param type the record that has the field
  @SuppressWarnings({"unchecked", "rawtypes"})
  static void describeWords(Class<?> type, String field, Schema schema) {
    if (field.equals("audience") && type.getPackageName().equals("lumina.album")) {
      schema.setEnum(all(AlbumAudience.class));
    }
  }

  static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(ROOT);
  }

  /// @param said the comment in the code
  @SuppressWarnings({"unchecked", "rawtypes"})
  static void describe(String field, Schema schema, @Nullable String said) {
    boolean text = "string".equals(type(schema));
    if (said != null) {
      schema.description(said);
    } else if (field.matches(TIME)) {
      schema.description("milliseconds since 1970 (UTC)");
    }
    if (text && WORDS.containsKey(field) && schema.getEnum() == null) {
      schema.setEnum(WORDS.get(field));
    } else if (text && field.matches(ID) && !field.equals("client_id")) {
      schema.pattern("^" + Id.POSSIBLE + "$");
    } else if (text && field.matches(URL)) {
      schema.format("uri-reference");
    } else if (field.equals("limit")) {
      schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageSize.MAX));
    }
  }

  private static List<String> all(Class<? extends Enum<?>> words) {
    return Stream.of(words.getEnumConstants()).map(it -> it.name().toLowerCase(ROOT)).toList();
  }

  /// Describes the limit of a request field.
  static void limit(String field, Schema<?> schema, Map<String, FieldLimit> limits) {
    FieldLimit limit = limits.get(field);
    if (limit == null) {
      return;
    }
    Integer min = limit.min() == 0 ? null : limit.min();
    switch (String.valueOf(type(schema))) {
      case "string" -> schema.minLength(min).maxLength(limit.max());
      case "array" -> schema.minItems(min).maxItems(limit.max());
      case "integer" ->
          schema.minimum(BigDecimal.valueOf(limit.min())).maximum(BigDecimal.valueOf(limit.max()));
      default -> throw new IllegalStateException("%s limits a %s".formatted(limit, schema));
    }
  }

  private static @Nullable String type(Schema<?> schema) {
    return schema.getTypes() == null
        ? schema.getType()
        : schema.getTypes().stream().findFirst().orElse(null);
  }
}
