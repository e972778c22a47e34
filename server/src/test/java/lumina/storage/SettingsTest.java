package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lumina.media.worker.EngineFiles;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

class SettingsTest {
  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  @ParameterizedTest
  @CsvSource({
    "STORAGE_BACKEND, dynamo",
    "STORAGE_BACKEND, ''",
    "PORT, abc",
    "PORT, 65536",
    "METRICS_PORT, abc",
    "PUBLIC_URL, photos.example.org",
    "LOG_FORMAT, xml",
    "DB_PORT, abc",
    "DB_PORT, 3306x",
    "DB_HOST, mysql:3306",
    "DB_NAME, a b",
    "DB_TLS, yes please",
    "MAX_UPLOAD_MB, 0",
    "MAX_UPLOAD_MB, 64MB",
    "SIGN_UPS_AN_HOUR, -1",
    "STORAGE_CREATE, ja",
    "S3_BUCKET, s3://photos",
    "S3_PATH_STYLE, 2",
    "AWS_REGION, Frankfurt am Main",
    "AWS_ENDPOINT_URL_S3, localhost",
    "DYNAMODB_PHOTOS_TABLE, my photos",
    "CDN_BASE_URL, cdn.example.org",
    "CDN_DISTRIBUTION_ID, arn:aws:cloudfront::1:distribution/E1"
  })
  void what_means_nothing_is_told_in_one_sentence(String setting, String value) {
    assertThat(refusal("--" + setting + "=" + value))
        .startsWith("%s has an invalid value (%s): set it to ".formatted(setting, value))
        .endsWith(".")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, true",
    "'127.0.0.1,::1', true",
    "'2001:db8::/32, 172.16.0.0/12', true",
    "'', true",
    "10.0.0.0/99, false",
    "'10.0.0.1, proxy', false",
    "::1/129, false"
  })
  void trusted_proxies_are_addresses_and_networks(String value, boolean right) {
    // Only by its property: the tests trust a proxy of their own.
    assertThat(refusal("--server.tomcat.remoteip.internal-proxies=" + value))
        .startsWith(
            right ? "It starts" : "TRUSTED_PROXIES has an invalid value (%s)".formatted(value));
  }

  @Test
  void one_port_cannot_serve_both_people_and_metrics() {
    assertThat(refusal("--PORT=8321", "--METRICS_PORT=8321"))
        .isEqualTo("PORT and METRICS_PORT are both 8321: set METRICS_PORT to another one.");
  }

  @Test
  void a_file_in_place_of_the_folder_for_the_engine_is_named(@TempDir Path data) throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");
    LuminaProcess server =
        LuminaProcess.start(
            Map.of("LUMINA_DATA", data.toString(), "LUMINA_CACHE", file.toString(), "PORT", "0"));
    assertThat(server.exitCode()).isEqualTo(1);
    assertThat(server.said())
        .contains(file + ": Something else is there): check LUMINA_CACHE.")
        .doesNotContain("\tat ");
  }

  @Test
  void without_an_image_engine_a_server_ends(@TempDir Path data) throws Exception {
    Path library = new EngineFiles(data).engine().orElseThrow().library();
    Files.writeString(library, "damaged");
    LuminaProcess server =
        LuminaProcess.start(
            Map.of("LUMINA_DATA", data.toString(), "LUMINA_CACHE", data.toString(), "PORT", "0"));
    assertThat(server.exitCode()).isEqualTo(1);
    assertThat(server.said()).contains("Lumina ends: ").doesNotContain("\tat ");
  }

  private static String refusal(String... settings) {
    try (var started =
        new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).run(settings)) {
      return "It starts: " + started.isActive();
    } catch (StartRefused refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void the_sentence_is_all_that_a_server_says(@TempDir Path data) {
    LuminaProcess server =
        LuminaProcess.start(
            Map.of("LUMINA_DATA", data.toString(), "STORAGE_BACKEND", "dynamo", "PORT", "0"));
    assertThat(server.exitCode()).isEqualTo(1);
    assertThat(server.said())
        .contains("STORAGE_BACKEND has an invalid value (dynamo)")
        .doesNotContain("\tat ");
  }
}
