package lumina;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.FileSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.DocComments.Comment;
import lumina.http.list.PageRequest;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;

/// Completes the API description with what springdoc cannot derive; each method is one rule.
@TestConfiguration
class ApiDescription {
  /// Handlers that send a file take one of these.
  private static final List<Class<?>> OF_FILES =
      List.of(HttpServletResponse.class, ServletWebRequest.class);

  private static final String ABOUT =
      """
      The photo place for friends. Every error is an RFC 9457 problem with a stable `code`.

      Limits: lists come in pages of `limit` items (50, or 200 where a list is short for almost \
      everybody; never more than 200), the next page is in the `Link` header. A JSON body has at \
      most 100 KB and 20 levels. A form has at most 50 parts, one file (two with `motion`), and \
      MAX_UPLOAD_MB (64) altogether, else 413 `too_large`; beyond QUOTA_MB (none) 413 \
      `quota_exceeded`. What each field may hold is said with it; texts are counted without space \
      around them. An account changes at most 10,000 things in ten minutes and uploads 3,000 photos \
      an hour, else 429 with `Retry-After`; it has at most 100 sessions and 50 sockets.
      """;

  static final String REACH = "x-reach";

  private static final Authentication ANYBODY =
      new AnonymousAuthenticationToken(
          "anybody", "anybody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

  @Bean
  ModelResolver snakeCase() {
    return new ModelResolver(
        Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
        SchemaNames.INSTANCE);
  }

  @Bean
  GlobalOperationCustomizer operations() {
    return (operation, handler) -> {
      name(operation, handler);
      Reach reach = Reach.of(handler.getBeanType().getName(), handler.getMethod().getName());
      describeParameters(operation, handler, reach);
      operation.addExtension(REACH, reach);
      if (isForm(handler)) {
        sendAsForm(operation);
      }
      sendAsBytes(operation, handler);
      Stream.of(handler.getMethodParameters())
          .filter(
              parameter ->
                  parameter.hasParameterAnnotation(
                      org.springframework.web.bind.annotation.RequestBody.class))
          .forEach(body -> SchemaNames.INSTANCE.sent(body.getParameterType(), reach));
      describeAnswer(operation, handler);
      return operation;
    };
  }

  private static void name(Operation operation, HandlerMethod handler) {
    Class<?> controller = handler.getBeanType();
    String name = handler.getMethod().getName();
    Comment said = DocComments.of(controller, name);
    operation.operationId(name);
    operation.summary(said.text());
    operation.description(said.more().isEmpty() ? null : said.more());
    String feature = controller.getPackageName().replaceFirst("^lumina\\.(\\w+).*", "$1");
    operation.tags(List.of(feature.equals("storage") ? "health" : feature));
  }

  /// Springdoc does not know `@BindParam`.
  private static void describeParameters(Operation operation, HandlerMethod handler, Reach reach) {
    Map<String, String> said = new HashMap<>();
    Stream.of(handler.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .filter(Class::isRecord)
        .forEach(form -> said.putAll(DocComments.of(form).params()));
    said.putAll(DocComments.of(handler.getBeanType(), handler.getMethod().getName()).params());
    for (Parameter parameter : parameters(operation)) {
      String name = parameter.getName();
      parameter.description(said.get(name));
      if (!"path".equals(parameter.getIn())) {
        parameter.setName(Fields.snakeCase(name));
      }
      parameter.setSchema(AnnotationsUtils.clone(parameter.getSchema(), true)); // it is shared
      Fields.describe(Fields.snakeCase(name), parameter.getSchema(), null);
      Fields.limit(Fields.snakeCase(name), parameter.getSchema(), reach.limits());
    }
  }

  private static List<Parameter> parameters(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.of());
  }

  private static boolean isForm(HandlerMethod handler) {
    PostMapping post = handler.getMethodAnnotation(PostMapping.class);
    return post != null && List.of(post.consumes()).contains("multipart/form-data");
  }

  /// Springdoc describes the fields of a multipart form as query parameters.
  private static void sendAsForm(Operation upload) {
    Schema<?> form = new ObjectSchema();
    for (Parameter field : parameters(upload)) {
      form.addProperty(field.getName(), field.getSchema());
    }
    form.addProperty("photo", new FileSchema());
    form.addRequiredItem("photo");
    upload.setParameters(null);
    upload.requestBody(
        new RequestBody().required(true).content(content("multipart/form-data", form)));
  }

  /// No parameter stands for a body that a handler reads from the request.
  private static void sendAsBytes(Operation operation, HandlerMethod handler) {
    PutMapping put = handler.getMethodAnnotation(PutMapping.class);
    if (put != null && put.consumes().length > 0) {
      operation.requestBody(
          new RequestBody().required(true).content(content(put.consumes()[0], new FileSchema())));
    }
  }

  static Content content(String type, Schema<?> schema) {
    return new Content().addMediaType(type, new MediaType().schema(schema));
  }

  private static void describeAnswer(Operation operation, HandlerMethod handler) {
    ApiResponses answers = operation.getResponses();
    List<Class<?>> arguments = new ArrayList<>();
    Stream.of(handler.getMethodParameters()).forEach(p -> arguments.add(p.getParameterType()));
    if (isForm(handler) && answers.containsKey("201")) {
      ApiResponse added = Objects.requireNonNull(answers.get("201"));
      answers.addApiResponse(
          "200", new ApiResponse().description("Nothing was added").content(added.getContent()));
    }
    if (arguments.contains(PageRequest.class)) {
      header(
          answers, "Link", new StringSchema(), "the next page, `rel=\"next\"`; none on the last");
    }
    if (answers.containsKey("200")
        && handler.isVoid()
        && !Collections.disjoint(arguments, OF_FILES)) {
      boolean file = operation.getOperationId().startsWith("download");
      ApiResponse bytes = Objects.requireNonNull(answers.get("200"));
      boolean lines = operation.getOperationId().endsWith("Report");
      String type = lines ? "text/plain" : file ? "application/zip" : "image/*";
      bytes.content(content(type, new FileSchema()));
      if (!file) {
        answers.addApiResponse(
            "206", new ApiResponse().description("A range").content(bytes.getContent()));
        answers.addApiResponse("304", new ApiResponse().description("Not changed"));
        header(answers, "ETag", new StringSchema(), "changes with the image");
      }
    }
  }

  private static void header(
      ApiResponses answers, String name, Schema<?> schema, String description) {
    answers
        .values()
        .forEach(
            it -> it.addHeaderObject(name, new Header().schema(schema).description(description)));
  }

  @Bean
  GlobalOpenApiCustomizer document(WebInvocationPrivilegeEvaluator access) {
    return api -> {
      api.info(new Info().title("Lumina").version("1").description(ABOUT));
      api.servers(null);
      api.setTags(null);
      complete(api.getComponents());
      api.addSecurityItem(new SecurityRequirement().addList("session"));
      api.getPaths().forEach(TusDescription::complete);
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach(
                          (method, operation) -> {
                            secure(access, method, path, operation);
                            new ProblemAnswers(api.getComponents())
                                .describe(method, path, operation);
                          }));
      ProblemAnswers.listAll(api.getComponents());
    };
  }

  private static void complete(Components components) {
    ModelConverters.getInstance(true)
        .readAllAsResolvedSchema(new AnnotatedType(lumina.http.problem.ProblemBody.class))
        .referencedSchemas
        .forEach(components::addSchemas);
    LiveEventSchemas live = new LiveEventSchemas(components);
    live.addData();
    components.getSchemas().forEach(SchemaNames.INSTANCE::complete);
    components.getSchemas().remove("JsonNode"); // see SchemaNames
    live.addFrames();
    components
        .addSecuritySchemes(
            "session",
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("session"))
        .addParameters(
            "Lumina-User",
            new Parameter()
                .in("header")
                .name("Lumina-User")
                .schema(new IntegerSchema().format("int64"))
                .description(
                    "for whom a page believes to speak: 401 `other_account` if the session is"
                        + " somebody else's"));
  }

  private static void secure(
      WebInvocationPrivilegeEvaluator access, HttpMethod method, String path, Operation operation) {
    operation.addParametersItem(new Parameter().$ref("Lumina-User"));
    String address = path.replaceAll("\\{\\w+}", "0".repeat(32));
    if (access.isAllowed("", address, method.name(), ANYBODY)) {
      operation.setSecurity(List.of());
    }
  }
}
