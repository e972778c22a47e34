package lumina;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
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
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lumina.access.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps `docs/openapi.json` true. After a change that is meant, write it anew with `bin/test
/// openapi`.
@ServerTest
@TestPropertySource(
    properties = {
      "springdoc.paths-to-match=/api/**",
      "springdoc.default-flat-param-object=true",
      "springdoc.default-produces-media-type=application/json"
    })
class OpenApiTest {
  private static final Path WRITTEN = Path.of("..", "docs", "openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static final String ABOUT =
      """
      The photo place for friends. Every error is an RFC 9457 problem with a stable `code`.

      Limits: lists come in pages of `limit` items (50, or 200 where a list is short for almost \
      everybody; never more than 200), the next page is in the `Link` header. A JSON body has at \
      most 100 KB and 20 levels. A form has at most ten parts, one file, and MAX_UPLOAD_MB (64) \
      altogether, else 413 `too_large`; beyond QUOTA_MB (none) 413 `quota_exceeded`. A caption \
      and a comment have at most 2,000 characters, a message 4,000, a topic 60, a tag 50 (30 of \
      them). An account changes at most 10,000 things in ten minutes and uploads 3,000 photos an \
      hour, else 429 with `Retry-After`; it has at most 100 sessions and 50 sockets.
      """;

  /// What needs no session; some of it only where strangers are shown public photos.
  private static final Set<String> FOR_ANYBODY =
      Set.of(
          "POST /api/auth/signup",
          "POST /api/auth/login",
          "GET /api/auth/session",
          "GET /api/health",
          "GET /api/health/live",
          "GET /api/place",
          "GET /api/invites/{token}",
          "GET /api/photos/{id}",
          "GET /api/photos/{id}/image/{size}",
          "GET /api/photos/{photoId}/comments");

  @LocalServerPort private int port;

  @TestConfiguration
  static class AsClientsSeeIt {
    @Bean
    ModelResolver snakeCase() {
      return new ModelResolver(
          Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
          SchemaNames.INSTANCE);
    }

    @Bean
    GlobalOpenApiCustomizer sessionAndProblems() {
      return api -> {
        api.info(new Info().title("Lumina").version("1").description(ABOUT));
        api.servers(null);
        api.getComponents()
            .addSecuritySchemes(
                "session",
                new SecurityScheme()
                    .type(SecurityScheme.Type.APIKEY)
                    .in(SecurityScheme.In.COOKIE)
                    .name("session"))
            .addResponses("problem", problem());
        for (String path : List.of("/api/photos", "/api/users/profile-picture")) {
          sendAsForm(Objects.requireNonNull(api.getPaths().get(path)).getPost());
        }
        api.getComponents().getSchemas().forEach(SchemaNames.INSTANCE::completed);
        api.addSecurityItem(new SecurityRequirement().addList("session"));
        api.getPaths()
            .forEach(
                (path, item) ->
                    item.readOperationsMap()
                        .forEach(
                            (method, operation) -> {
                              complete(operation);
                              if (FOR_ANYBODY.contains(method + " " + path)) {
                                operation.setSecurity(List.of());
                              }
                            }));
      };
    }

    /// Springdoc knows neither @BindParam nor what every error looks like.
    private static void complete(Operation operation) {
      operation.getResponses().addApiResponse("default", new ApiResponse().$ref("problem"));
      for (Parameter parameter :
          Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
        if ("query".equals(parameter.getIn())) {
          parameter.setName(parameter.getName().replaceAll("([A-Z])", "_$1").toLowerCase(ROOT));
          if (parameter.getName().equals("limit")) {
            parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
          }
        }
      }
    }

    /// Springdoc takes the fields of a multipart form for a query.
    private static void sendAsForm(Operation upload) {
      Schema<?> form = new ObjectSchema().addProperty("photo", new FileSchema());
      form.addRequiredItem("photo");
      for (Parameter field :
          Objects.requireNonNullElse(upload.getParameters(), List.<Parameter>of())) {
        form.addProperty(field.getName(), field.getSchema());
      }
      upload.setParameters(null);
      upload.requestBody(
          new RequestBody()
              .content(
                  new Content().addMediaType("multipart/form-data", new MediaType().schema(form))));
    }

    private static ApiResponse problem() {
      Schema<?> schema = new ObjectSchema();
      for (String field : List.of("type", "title", "detail", "code", "message", "field")) {
        schema.addProperty(field, new StringSchema());
      }
      schema.addProperty("status", new IntegerSchema());
      return new ApiResponse()
          .description("What went wrong, and what to do about it.")
          .content(
              new Content()
                  .addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
  }

  @BeforeAll
  static void leaveOutWhatNoClientSends() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class, Authentication.class);
  }

  @Test
  void the_written_description_is_what_the_server_does() throws IOException {
    JsonNode described = Person.stranger(port).get("/v3/api-docs").expect(200).json();
    String now = JSON.writeValueAsString(JSON.treeToValue(described, Object.class)) + "\n";
    if ("write".equals(System.getenv("OPENAPI"))) {
      Files.writeString(WRITTEN, now);
    }
    assertThat(Files.exists(WRITTEN) ? Files.readString(WRITTEN) : "").isEqualTo(now);
  }
}
