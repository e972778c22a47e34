package lumina;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Describes the problems of an operation: those that its code creates, and those of filters and of
/// the framework.
record ProblemAnswers(Components components) {
  private static final Set<String> UPLOADS = Set.of("/api/photos", "/api/tus");

  void describe(HttpMethod method, String path, Operation operation) {
    Reach reach =
        (Reach) Objects.requireNonNull(operation.getExtensions().remove(ApiDescription.REACH));
    reach.add(Reach.of("lumina.account.session.ExpectedUser", "check"));
    if (!path.startsWith("/api/health")) {
      reach.add(Reach.of("lumina.http.AllowedHosts", "doFilterInternal"));
    }
    if (method != HttpMethod.GET) {
      reach.add(Reach.of("lumina.http.CrossSiteFilter", "doFilterInternal"));
      reach.add(Reach.of("lumina.account.WriteLimit", "preHandle"));
    }
    if (isForm(operation)) {
      reach.add(Reach.of("lumina.http.UnreadableForm", "problem"));
      reach.add(Reach.of("lumina.http.SingleFile", "preHandle"));
    }
    Map<Integer, Set<String>> problems = reach.problems();
    if (problems.getOrDefault(400, Set.of()).contains("not_an_image")) {
      reach.add(Reach.of("lumina.media.still.Derivation", "write")); // in another process
    }
    ofTheFramework(path, operation, problems);
    if (!UPLOADS.contains(path)) {
      problems.getOrDefault(429, new TreeSet<>()).remove("too_many_uploads");
    }
    problems.forEach((status, codes) -> answer(operation, status, codes));
  }

  private static boolean isForm(Operation operation) {
    return operation.getRequestBody() != null
        && operation.getRequestBody().getContent().containsKey("multipart/form-data");
  }

  /// Problems of Spring and Tomcat, and of unavailable stores.
  private static void ofTheFramework(
      String path, Operation operation, Map<Integer, Set<String>> problems) {
    add(problems, 400, "invalid_request");
    add(problems, 503, "store_unavailable");
    boolean typed =
        Objects.requireNonNullElse(
                operation.getParameters(), List.<io.swagger.v3.oas.models.parameters.Parameter>of())
            .stream()
            .anyMatch(it -> "query".equals(it.getIn()) && it.getSchema().getFormat() != null);
    if (typed || isForm(operation)) {
      add(problems, 400, "invalid_field");
    }
    if (path.contains("{")) {
      add(problems, 404, "not_found");
    }
    if (operation.getRequestBody() != null) {
      add(problems, 415, "unsupported_media_type");
    }
    if (operation.getResponses().values().stream().anyMatch(it -> it.getContent() != null)) {
      add(problems, 406, "not_acceptable");
    }
  }

  private static void add(Map<Integer, Set<String>> problems, int status, String code) {
    problems.computeIfAbsent(status, _ -> new TreeSet<>()).add(code);
  }

  /// Describes equal responses once, under a name made of their codes.
  private void answer(Operation operation, int status, Set<String> codes) {
    if (codes.isEmpty()) {
      return;
    }
    String name = String.join(".", codes);
    operation
        .getResponses()
        .addApiResponse(
            String.valueOf(status), new ApiResponse().$ref("#/components/responses/" + name));
    Schema<?> code = new ObjectSchema().addProperty("code", words(codes));
    Schema<?> problem =
        new ComposedSchema()
            .addAllOfItem(new Schema<>().$ref("#/components/schemas/Problem"))
            .addAllOfItem(code);
    ApiResponse answer =
        new ApiResponse()
            .description(String.join(", ", codes))
            .content(ApiDescription.content("application/problem+json", problem));
    if (status == 429 || status == 503) {
      answer.addHeaderObject(
          "Retry-After",
          new Header().schema(new IntegerSchema()).description("seconds until it makes sense"));
    }
    components.addResponses(name, answer);
  }

  private static Schema<?> words(Set<String> codes) {
    StringSchema words = new StringSchema();
    codes.forEach(words::addEnumItem);
    return words;
  }

  /// Adds a schema with all codes.
  static void listAll(Components components) {
    Set<String> all = new TreeSet<>();
    components.getResponses().keySet().forEach(name -> all.addAll(List.of(name.split("\\."))));
    components.addSchemas("ProblemCode", words(all));
    Schema<?> problem = Objects.requireNonNull(components.getSchemas().get("Problem"));
    problem.addProperty("code", new Schema<>().$ref("#/components/schemas/ProblemCode"));
  }
}
