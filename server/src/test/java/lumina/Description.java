package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares real requests, responses and live events with docs/openapi.json; every HTTP test does
/// so.
public final class Description {
  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
  private static final JsonNode API = read();
  private static final Map<Pattern, JsonNode> PATHS = paths();

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

  /// Those without a variable come first, because others match them, too.
  private static Map<Pattern, JsonNode> paths() {
    Map<Pattern, JsonNode> paths = new LinkedHashMap<>();
    API.get("paths").properties().stream()
        .sorted(Comparator.comparing(each -> each.getKey().contains("{")))
        .forEach(
            each ->
                paths.put(
                    Pattern.compile(each.getKey().replaceAll("\\{\\w+}", "[^/]+")),
                    each.getValue()));
    return paths;
  }

  /// Checks that status, content type, headers and fields are described, and that no required one
  /// is missing.
  static void check(String method, String path, Answer answer) {
    operation(method.equals("HEAD") ? "GET" : method, path)
        .ifPresent(operation -> check(operation, answer, method + " " + path));
  }

  /// Checks the body of a request that succeeded.
  static void checkTaken(String method, String path, JsonNode body) {
    JsonNode schema =
        operation(method, path.replaceFirst("[?].*", ""))
            .orElseThrow()
            .at("/requestBody/content/application~1json/schema");
    if (!schema.isMissingNode()) {
      fits(body, schema, method + " " + path);
    }
  }

  /// Checks an event from a socket.
  public static void checkTold(JsonNode frame) {
    fits(frame, API.at("/components/schemas/LiveEvent"), "/api/ws");
  }

  private static Optional<JsonNode> operation(String method, String path) {
    String name = method.toLowerCase(Locale.ROOT);
    return PATHS.entrySet().stream()
        .filter(each -> each.getKey().matcher(path).matches() && each.getValue().has(name))
        .map(each -> each.getValue().get(name))
        .findFirst();
  }

  private static void check(JsonNode operation, Answer answer, String where) {
    JsonNode described = resolved(operation.at("/responses/" + answer.status()));
    assertThat(described.isMissingNode())
        .as("%s says that it answers %s", where, answer.status())
        .isFalse();
    for (String header : new String[] {"Link", "ETag"}) {
      assertThat(answer.header(header) == null || described.path("headers").has(header))
          .as("%s says that it has %s", where, header)
          .isTrue();
    }
    if (answer.bytes().length > 0) {
      String type = String.valueOf(answer.header("Content-Type")).replaceFirst(";.*", "");
      JsonNode content = described.path("content");
      JsonNode one = content.has(type) ? content.get(type) : content.get("image/*");
      assertThat(one).as("%s says that it answers %s", where, type).isNotNull();
      if (type.endsWith("json")) {
        fits(answer.json(), one.get("schema"), where);
      }
    }
  }

  private static JsonNode resolved(JsonNode described) {
    return described.has("$ref")
        ? API.at(described.get("$ref").asString().substring(1))
        : described;
  }

  private static void fits(JsonNode value, JsonNode schema, String where) {
    if (schema.has("$ref")) {
      fits(value, API.at(schema.get("$ref").asString().substring(1)), where);
      return;
    }
    if (schema.has("oneOf")) {
      String type = value.path(schema.at("/discriminator/propertyName").asString()).asString("");
      JsonNode one = schema.at("/discriminator/mapping").path(type);
      assertThat(one.isMissingNode()).as("%s is one of those of %s", type, where).isFalse();
      fits(value, API.at(one.asString().substring(1)), where);
      return;
    }
    if (schema.has("anyOf")) {
      if (!value.isNull()) {
        fits(value, schema.get("anyOf").get(0), where);
      }
      return;
    }
    if (schema.has("allOf")) {
      fits(value, schema.get("allOf").get(0), where);
      schema
          .at("/allOf/1/properties")
          .properties()
          .forEach(each -> fits(value.get(each.getKey()), each.getValue(), where));
      return;
    }
    if (value.isString() && schema.has("items")) { // Jackson takes it for a list of one
      fits(value, schema.get("items"), where);
      return;
    }
    fitsItself(value, schema, where);
  }

  private static void fitsItself(JsonNode value, JsonNode schema, String where) {
    assertThat(schema.get("type").toString()).as(where).contains(typeOf(value, schema));
    if (value.isString()) {
      words(value.asString(), schema, where);
    }
    if (value.isIntegralNumber()) {
      assertThat(Math.abs(value.asLong()))
          .as("%s: a number that JavaScript can hold", where)
          .isLessThanOrEqualTo(MAX_SAFE_INTEGER);
    }
    if (!value.isNull()) {
      limits(value, schema, where);
    }
    value.properties().forEach(each -> field(each.getKey(), each.getValue(), schema, where));
    schema
        .path("required")
        .forEach(name -> assertThat(value.has(name.asString())).as(where + " " + name).isTrue());
    value
        .valueStream()
        .filter(_ -> value.isArray())
        .forEach(item -> fits(item, schema.get("items"), where + "[]"));
  }

  /// The server strips texts before it counts their characters.
  private static void limits(JsonNode value, JsonNode schema, String where) {
    long amount =
        switch (value.getNodeType()) {
          case STRING -> value.asString().strip().codePoints().count();
          case ARRAY -> value.size();
          case NUMBER -> value.asLong();
          default -> 0;
        };
    for (String most : new String[] {"maxLength", "maxItems", "maximum"}) {
      if (schema.has(most)) {
        assertThat(amount).as(where).isLessThanOrEqualTo(schema.get(most).asLong());
      }
    }
    for (String least : new String[] {"minLength", "minItems", "minimum"}) {
      if (schema.has(least)) {
        assertThat(amount).as(where).isGreaterThanOrEqualTo(schema.get(least).asLong());
      }
    }
  }

  private static void words(String value, JsonNode schema, String where) {
    if (schema.has("enum")) {
      assertThat(schema.get("enum").valueStream().map(JsonNode::asString))
          .as(where)
          .contains(value);
    }
    if (schema.has("pattern")) {
      assertThat(value).as(where).containsPattern(schema.get("pattern").asString());
    }
  }

  private static void field(String name, JsonNode value, JsonNode schema, String where) {
    JsonNode properties = schema.path("properties");
    if (properties.has(name)) {
      fits(value, properties.get(name), where + "." + name);
    } else if (schema.has("additionalProperties")) {
      fits(value, schema.get("additionalProperties"), where + "." + name);
    } else {
      assertThat(properties.isMissingNode()).as("%s says %s", where, name).isTrue();
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
