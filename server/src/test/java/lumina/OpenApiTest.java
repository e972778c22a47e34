package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.access.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps `docs/openapi.json` up to date. After an intended change, regenerate it with `bin/test
/// openapi`.
@Tag("local")
@ServerTest
@Import(ApiDescription.class)
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

  @LocalServerPort private int port;

  @BeforeAll
  static void leaveOutWhatNoClientSends() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Viewer.class, Viewer.Person.class, Authentication.class);
  }

  @Test
  void the_written_description_is_what_the_server_does() throws IOException {
    JsonNode described = Person.stranger(port).get("/v3/api-docs").expect(200).json();
    assertThat(SchemaNames.INSTANCE.clashes()).isEmpty();
    String now = JSON.writeValueAsString(JSON.treeToValue(described, Object.class)) + "\n";
    if ("write".equals(System.getenv("OPENAPI"))) {
      Files.writeString(WRITTEN, now);
    }
    assertThat(Files.exists(WRITTEN) ? Files.readString(WRITTEN) : "").isEqualTo(now);
  }

  @Test
  void programs_can_be_made_from_the_description() throws IOException {
    JsonNode api = JSON.readTree(Files.readString(WRITTEN));
    List<String> names = new ArrayList<>();
    for (JsonNode operation :
        api.get("paths").valueStream().flatMap(JsonNode::valueStream).toList()) {
      assertThat(operation.path("summary").asString("")).as(operation.toString()).isNotEmpty();
      names.add(operation.get("operationId").asString());
    }
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-zA-Z]+"));
    assertThat(api.findValuesAsString("$ref"))
        .allSatisfy(ref -> assertThat(api.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }
}
