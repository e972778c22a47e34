package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.share.Shares;
import lumina.share.Shares.Link;
import lumina.stores.CloudStores;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server answers every odd value in every operation with an error of the client, never with
/// one of its own.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddValuesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode API = description();

  /// These end the session that the other requests need.
  private static final Set<String> LEFT_OUT = Set.of("POST /api/auth/logout", "GET /api/ws");

  private static final List<String> ODD_JSON =
      odd(
          List.of(
              "null",
              "\"\"",
              "-1",
              "0",
              "\"\\u0000\"",
              "\"\\ud800\"",
              "\"ä😀\"",
              quoted("x".repeat(50_000))),
          List.of(
              "[null]",
              "[[[[1]]]]",
              "{}",
              "{\"a\":null}",
              "[]",
              "true",
              "9223372036854775808",
              "1e400",
              "1e-7",
              "1".repeat(900),
              "[".repeat(15) + "]".repeat(15)));

  private static final List<String> ODD_TEXTS =
      odd(
          List.of("", "-1", "0", "\u0000", "ä😀", "'\";--", "%", "a b", "x".repeat(5_000)),
          List.of("null", "1e9", "9223372036854775808", "../../etc"));

  /// What never comes as far as a store needs to be sent to one backend only.
  private static List<String> odd(List<String> ofStores, List<String> others) {
    return CloudStores.areTested()
        ? ofStores
        : Stream.of(ofStores, others).flatMap(List::stream).toList();
  }

  private static String quoted(String text) {
    return "\"%s\"".formatted(text);
  }

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";
  private String album = "";
  private Link link = new Link("", "");

  record Operation(String method, String path, JsonNode said) {
    /// The operation's own parameters, without those that all operations share.
    List<JsonNode> parameters() {
      return said.path("parameters").valueStream().filter(it -> it.has("name")).toList();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
    photo = ann.uploadPhoto();
    album = Albums.make(ann);
    link = Shares.of(ann, List.of(photo));
  }

  private static JsonNode description() {
    try {
      return JSON.readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Operation> operations() {
    return API.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        each ->
                            new Operation(
                                each.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                each.getValue())))
        .filter(operation -> !LEFT_OUT.contains(operation.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void nothing_that_is_sent_makes_a_server_error(Operation operation) {
    for (String body : bodies(operation)) {
      send(operation, filled(operation, ""), body);
    }
    for (String path : oddPaths(operation)) {
      send(operation, path, written(usualBody(operation)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void what_is_said_of_a_field_holds(Operation operation) {
    JsonNode whole = schema(operation);
    for (var field : whole.path("properties").properties()) {
      for (String odd : beyond(field.getValue())) {
        Map<String, String> body = usualBody(operation);
        body.put(field.getKey(), odd);
        refused(operation, body, field.getKey());
      }
    }
    for (JsonNode required : whole.path("required")) {
      Map<String, String> body = usualBody(operation);
      body.remove(required.asString());
      refused(operation, body, required.asString());
    }
  }

  private static List<String> beyond(JsonNode field) {
    List<String> beyond = new ArrayList<>();
    if (field.has("maxLength")) {
      beyond.add(quoted("x".repeat(field.get("maxLength").asInt() + 1)));
    }
    if (field.has("minLength")) {
      beyond.add(quoted("x".repeat(field.get("minLength").asInt() - 1)));
    }
    if (field.has("maximum")) {
      beyond.add(String.valueOf(field.get("maximum").asLong() + 1));
      beyond.add(String.valueOf(field.get("minimum").asLong() - 1));
    }
    if (field.has("maxItems") && field.at("/items/type").asString("").equals("string")) {
      beyond.add(
          IntStream.rangeClosed(0, field.get("maxItems").asInt())
              .mapToObj("\"word %d\""::formatted)
              .collect(Collectors.joining(",", "[", "]")));
    }
    return beyond;
  }

  private void refused(Operation operation, Map<String, String> body, String field) {
    Answer answer = send(operation, filled(operation, ""), written(body));
    assertThat(answer.expect(400).json().get("field").asString("")).isEqualTo(field);
  }

  private Answer send(Operation operation, String path, String body) {
    var request = ann.request(path).header("Content-Type", "application/json");
    boolean empty = operation.said().get("requestBody") == null;
    Answer answer =
        ann.send(
            request.method(
                operation.method(),
                empty ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    assertThat(answer.status())
        .as("%s %s with %.300s: %s", operation.method(), path, body, answer.text())
        .isLessThan(500);
    return answer;
  }

  /// Each field once with each odd value, all other fields valid; and bodies that are no object.
  private List<String> bodies(Operation operation) {
    List<String> bodies = new ArrayList<>();
    if (operation.said().get("requestBody") == null) {
      return bodies;
    }
    Map<String, String> usual = usualBody(operation);
    for (String odd : ODD_JSON) {
      bodies.add(odd);
      for (String field : usual.keySet()) {
        Map<String, String> body = new TreeMap<>(usual);
        body.put(field, odd);
        bodies.add(written(body));
      }
    }
    return bodies;
  }

  private Map<String, String> usualBody(Operation operation) {
    Map<String, String> body = new TreeMap<>();
    schema(operation)
        .path("properties")
        .propertyNames()
        .forEach(field -> body.put(field, usual(field)));
    return body;
  }

  private static JsonNode schema(Operation operation) {
    JsonNode schema = operation.said().at("/requestBody/content/application~1json/schema");
    String ref = schema.path("$ref").asString("");
    return ref.isEmpty() ? schema : API.at(ref.substring(1));
  }

  private static String written(Map<String, String> body) {
    return body.entrySet().stream()
        .map(each -> "\"%s\":%s".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String usual(String field) {
    return switch (field) {
      case "user_id", "to_user_id" -> String.valueOf(bob.id());
      case "photo_id", "id" -> quoted(photo);
      case "username" -> quoted(bob.name());
      case "size", "uses" -> "1000";
      case "expires_at", "email", "invite", "album_id" -> "null";
      case "request_id", "taken_at", "taken_hint" -> "1";
      case "parts" -> "[{\"number\":1,\"etag\":\"x\"}]";
      case "current_password" -> quoted(Person.PASSWORD);
      case "accept", "comments", "likes", "share_camera", "share_place", "show_photo" -> "true";
      case "download" -> "\"clean\"";
      case "tags" -> "[\"sea\"]";
      case "photo_ids" -> "[\"%s\"]".formatted(photo);
      case "add_tags", "remove_tags", "taken_shift", "trash", "restore", "before", "cover" ->
          "null";
      case "contribute" -> "\"members\"";
      case "audience", "default_audience" -> "\"public\"";
      default -> "\"some words\"";
    };
  }

  private String filled(Operation operation, String except) {
    String filled = operation.path();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.get("name").asString();
      if (parameter.get("in").asString().equals("path") && !name.equals(except)) {
        boolean number = parameter.at("/schema/type").asString("").equals("integer");
        String value = number ? String.valueOf(bob.id()) : usualId(operation.path(), name);
        filled = filled.replace("{" + name + "}", value);
      }
    }
    return filled;
  }

  private String usualId(String path, String name) {
    String own = path.startsWith("/api/albums") ? album : photo;
    String ofShare = path.startsWith("/api/shares") ? link.id() : own;
    return name.equals("token") ? link.page().substring("/s/".length()) : ofShare;
  }

  private List<String> oddPaths(Operation operation) {
    List<String> paths = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.get("name").asString();
      String path = filled(operation, name);
      for (String odd : ODD_TEXTS) {
        String written = URLEncoder.encode(odd, StandardCharsets.UTF_8).replace("+", "%20");
        paths.add(
            parameter.get("in").asString().equals("path")
                ? path.replace("{" + name + "}", written)
                : path + "?" + name + "=" + written);
      }
    }
    return paths;
  }
}
