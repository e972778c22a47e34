package lumina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFormatTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void a_log_in_json_has_a_time_in_utc_and_the_request_id_of_the_proxy(@TempDir Path data) {
    LuminaProcess server =
        LuminaProcess.start(
            Map.of(
                "LUMINA_DATA", data.toString(),
                "PORT", "0",
                "LOG_FORMAT", "json",
                "TRUSTED_PROXIES", "127.0.0.1",
                "ALLOWED_HOSTS", "localhost"));
    try {
      Person stranger = Person.stranger(server.untilReady().address());
      assertThat(failed(stranger, "from-proxy-1").header("X-Request-Id")).isEqualTo("from-proxy-1");
      assertThat(failed(stranger, "odd id").header("X-Request-Id")).hasSize(16);
      assertThat(stranger.get("/metrics").status()).isEqualTo(404);
      server.until(line -> line.contains("from-proxy-1"));
      List<JsonNode> lines = server.said().lines().map(JSON::readTree).toList();
      assertThat(lines).hasSizeGreaterThan(2).allSatisfy(LogFormatTest::isComplete);
      assertThat(lines.getLast().get("request_id").asString()).isEqualTo("from-proxy-1");
      assertThat(lines.getLast().get("message").asString())
          .startsWith("log_in_failed")
          .contains("address=192.0.2.7");
    } finally {
      server.stop();
    }
  }

  private static void isComplete(JsonNode line) {
    assertThat(Instant.parse(line.get("@timestamp").asString())).isNotNull();
    assertThat(line.has("request_id")).isTrue();
    assertThat(line.at("/log/level").asString()).isNotEmpty();
    assertThat(line.has("address")).isFalse();
  }

  private static Answer failed(Person stranger, String requestId) {
    return stranger
        .send(
            stranger
                .request("/api/auth/login")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Request-Id", requestId)
                .POST(
                    BodyPublishers.ofString(
                        "{\"username\":\"nobody\",\"password\":\"seven green lamps\"}")))
        .expect(401);
  }
}
