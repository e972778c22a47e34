package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.share.Shares;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rules that hold for every operation of docs/openapi.json, also for those that are added later.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {
  private static final JsonNode API = description();

  /// What whoever comes may ask. What is behind a share link is protected by its token, see
  /// LinkAddressesTest.
  private static final Set<String> WITHOUT_SESSION =
      Set.of(
          "POST /api/auth/signup",
          "POST /api/auth/login",
          "GET /api/auth/session",
          "GET /api/place",
          "GET /api/health",
          "GET /api/health/live",
          "GET /api/invites/{token}",
          "GET /api/photos/{id}",
          "GET /api/photos/{id}/image/{size}",
          "GET /api/photos/{id}/video",
          "GET /api/photos/{photoId}/comments",
          "GET /api/albums/{id}",
          "OPTIONS /api/tus");

  /// Lists that cannot become long: of 20 suggestions, of 50 imports, of one row a month.
  private static final Set<String> SHORT_LISTS =
      Set.of(
          "GET /api/friends/suggestions",
          "GET /api/imports",
          "GET /api/photos/months",
          "POST /api/photos/known");

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";
  private String token = "";

  private record Operation(String method, String path, JsonNode said) {
    boolean hasParameter(String name) {
      return said.path("parameters")
          .valueStream()
          .anyMatch(it -> it.path("name").asString("").equals(name));
    }

    boolean writes() {
      return !Set.of("GET", "HEAD", "OPTIONS").contains(method);
    }

    boolean answersWithList() {
      return said.path("responses")
          .path("200")
          .at("/content/application~1json/schema/type")
          .asString("")
          .equals("array");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static JsonNode description() {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Operation> operations() {
    return API.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        each ->
                            new Operation(
                                each.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                each.getValue())));
  }

  @BeforeAll
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
    photo = ann.uploadPhoto();
    token = Shares.of(ann, List.of(photo)).page().substring("/s/".length());
  }

  private Answer send(Person who, Operation operation, String... headers) {
    var request = who.request(filled(operation.path())).header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return who.send(
        request.method(
            operation.method(),
            operation.writes() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
  }

  private String filled(String path) {
    return path.replace("{size}", "thumb")
        .replace("{userId}", String.valueOf(bob.id()))
        .replace("{number}", "1")
        .replace("{token}", token)
        .replaceAll("(?<=/api/(users|friends/requests|invites)/)\\{id}", String.valueOf(bob.id()))
        .replaceAll("\\{(id|photoId)}", photo)
        .replaceAll("\\{\\w+}", "0".repeat(32));
  }

  private Set<String> those(Predicate<Operation> which) {
    return operations()
        .filter(which)
        .map(Operation::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whoever_has_no_session_is_asked_to_sign_in_but_where_anybody_may_look() {
    Person visitor = Person.stranger(port);
    Set<String> open =
        those(
            operation ->
                !operation.path().startsWith("/api/s/")
                    && send(visitor, operation).status() != 401);
    assertThat(open).containsExactlyInAnyOrderElementsOf(WITHOUT_SESSION);
    Person dead = new Person(visitor.server(), "", 0, "session=" + "a".repeat(43));
    assertThat(
            those(
                operation ->
                    !operation.path().startsWith("/api/s/")
                        && send(dead, operation).status() != 401))
        .as("with a session that has ended")
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://elsewhere.example",
    "Origin, null",
    "Origin, http://[",
    "Origin, ''"
  })
  void no_other_site_makes_a_browser_write_anything(String header, String value) {
    assertThat(
            those(
                operation ->
                    operation.writes()
                        && !send(ann, operation, header, value).text().contains("\"cross_site\"")))
        .isEmpty();
    ann.get("/api/auth/me").expect(200);
    ann.get("/api/photos/" + photo).expect(200);
  }

  @Test
  void no_request_for_one_person_is_done_for_another() {
    String other = String.valueOf(bob.id());
    assertThat(
            those(
                operation ->
                    !operation.path().startsWith("/api/health")
                        && !send(ann, operation, "Lumina-User", other)
                            .text()
                            .contains("\"other_account\"")
                        && !operation.method().equals("HEAD")))
        .isEmpty();
    ann.get("/api/auth/me").expect(200);
  }

  @Test
  void every_list_comes_in_pages_but_those_that_stay_short() {
    assertThat(
            those(
                operation ->
                    operation.answersWithList()
                        && !(operation.hasParameter("limit") && operation.hasParameter("cursor"))))
        .containsExactlyInAnyOrderElementsOf(SHORT_LISTS);
  }

  static Stream<Operation> lists() {
    return operations().filter(it -> it.hasParameter("cursor"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void a_page_of_a_list_has_a_size_and_a_place_that_make_sense(Operation list) {
    String needed =
        switch (list.path()) {
          case "/api/messages" -> "?user_id=%d&limit=".formatted(bob.id());
          case "/api/users" -> "?q=p&limit=";
          default -> "?limit=";
        };
    String path = filled(list.path()) + needed;
    for (String limit : List.of("0", "-1", "-2147483648")) {
      Answer refused = ann.get(path + limit).expectProblem(400, "invalid_limit");
      assertThat(refused.json().get("field").asString()).isEqualTo("limit");
    }
    for (String limit : List.of("many", "1.5", "2147483648")) {
      ann.get(path + limit).expectProblem(400, "invalid_field");
    }
    for (String limit : List.of("1", "200", "201", "2147483647")) {
      assertThat(ann.get(path + limit).expect(200).json().size()).isLessThanOrEqualTo(200);
    }
    for (String cursor : List.of("nonsense", "AAAAAAAAAAAAAAAA", "%20", "0")) {
      Answer refused = ann.get(path + "1&cursor=" + cursor).expectProblem(400, "invalid_cursor");
      assertThat(refused.json().get("field").asString()).isEqualTo("cursor");
    }
  }
}
