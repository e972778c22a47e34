package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ContainerTest {
  private final List<String> container = Files.readAllLines(Path.of("../Containerfile"));
  private final Map<String, Object> compose =
      new Yaml().load(Files.readString(Path.of("../compose.yaml")));
  private final Map<String, Object> oneServer =
      new Yaml().load(Files.readString(Path.of("../package/compose.yaml")));

  ContainerTest() throws IOException {}

  @Test
  void noSecretIsShippedNotEvenADefaultOne() {
    compose.forEach((name, part) -> assertNoSecret(name, part));
    assertThat(container).noneMatch(line -> line.matches("(ENV|ARG).*(PASSWORD|SECRET|KEY).*"));
  }

  @Test
  void luminaIsNotRootInItsContainer() {
    int user = container.indexOf("USER lumina");
    assertThat(container.subList(0, user))
        .anyMatch(line -> line.startsWith("FROM eclipse-temurin"));
    assertThat(container.subList(user + 1, container.size()))
        .noneMatch(line -> line.startsWith("USER") || line.startsWith("RUN"))
        .anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\""));
  }

  @Test
  void everyBaseIsNamedByItsDigest() {
    assertThat(container.stream().filter(line -> line.startsWith("FROM ")))
        .hasSize(3)
        .allMatch(line -> line.matches(".*@sha256:[0-9a-f]{64}( AS \\w+)?"));
  }

  @Test
  void onOneServerLuminaWritesToItsVolumeOnlyAndIsReachedThroughTheProxyOnly() {
    assertThat(Deployed.at(oneServer, "services", "lumina", "read_only")).isEqualTo(true);
    assertThat(Deployed.at(oneServer, "services", "lumina", "cap_drop")).isEqualTo(List.of("ALL"));
    assertThat(Deployed.at(oneServer, "services", "lumina", "user")).isEqualTo("10001");
    assertThat(Deployed.at(oneServer, "services", "lumina", "ports")).isNull();
  }

  @Test
  void theContainerSaysWhetherItWorks() {
    assertThat(String.join(" ", container)).containsPattern("HEALTHCHECK .*/api/health/live");
  }

  @Test
  void onlyLuminaIsReachedFromOutside() {
    assertThat(Deployed.at(compose, "networks", "stores", "internal")).isEqualTo(true);
    for (String store : List.of("mysql", "redis", "s3", "dynamodb")) {
      assertThat(Deployed.at(compose, "services", store, "ports")).isNull();
      assertThat(Deployed.at(compose, "services", store, "networks")).isEqualTo(List.of("stores"));
      assertThat(Deployed.at(compose, "services", "lumina", "depends_on", store, "condition"))
          .isEqualTo("service_healthy");
    }
  }

  private static void assertNoSecret(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> assertNoSecret(Deployed.text(key), inner));
    } else if (name.matches(".*(PASSWORD|SECRET).*") && !name.contains("RANDOM")) {
      assertThat(value).asString().matches("\\$\\{\\w+:\\?.+}");
    }
  }
}
