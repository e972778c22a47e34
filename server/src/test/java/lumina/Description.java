package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What docs/openapi.json says that the server answers; every HTTP test holds real answers against
/// it.
final class Description {
  private static final JsonNode API = read();

  private Description() {}

  private static JsonNode read() {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a successful JSON answer has each field that it should have, of the right type, and no
  /// other.
  static void check(String method, String path, Answer answer) {
    String type = String.valueOf(answer.header("Content-Type"));
    if (answer.status() < 300 && type.startsWith("application/json")) {
      schema(method, path, answer.status())
          .ifPresent(schema -> fits(answer.json(), schema, method + " " + path));
    }
  }

  private static Optional<JsonNode> schema(String method, String path, int status) {
    return API.get("paths").properties().stream()
        .filter(each -> path.matches(each.getKey().replaceAll("\\{\\w+}", "[^/]+")))
        .min(Comparator.comparing(each -> each.getKey().contains("{")))
        .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)).path("responses"))
        .flatMap(answers -> Stream.of(answers.path(String.valueOf(status))).findFirst())
        .map(described -> described.at("/content/application~1json/schema"))
        .filter(schema -> !schema.isMissingNode());
  }

  private static void fits(JsonNode value, JsonNode schema, String where) {
    if (schema.has("$ref")) {
      fits(value, API.at(schema.get("$ref").asString().substring(1)), where);
    } else if (schema.has("anyOf")) {
      if (!value.isNull()) {
        fits(value, schema.get("anyOf").get(0), where);
      }
    } else if (schema.has("type")) {
      assertThat(schema.get("type").toString()).as(where).contains(typeOf(value, schema));
      value.properties().forEach(each -> field(each.getKey(), each.getValue(), schema, where));
      schema
          .path("required")
          .forEach(name -> assertThat(value.has(name.asString())).as(where + " " + name).isTrue());
      if (value.isArray()) {
        value.forEach(item -> fits(item, schema.get("items"), where + "[]"));
      }
    }
  }

  private static void field(String name, JsonNode value, JsonNode schema, String where) {
    JsonNode described = schema.path("properties").path(name);
    if (schema.has("properties")) {
      assertThat(described.isMissingNode()).as("%s says %s", where, name).isFalse();
    }
    if (!described.isMissingNode()) {
      fits(value, described, where + "." + name);
    }
  }

  private static String typeOf(JsonNode value, JsonNode schema) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> schema.get("type").toString().contains("integer") ? "integer" : "number";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "string";
    };
  }
}
