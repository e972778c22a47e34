package lumina.storage.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lumina.process.LuminaProcess;
import lumina.stores.CloudStores;
import lumina.stores.MariaDb;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stores of two places are easily mixed up when one of them is restored or tested.
@Tag("cloud")
class PlaceTest {
  private final Map<String, String> one = new HashMap<>(CloudStores.environment());
  private final Map<String, String> other = new HashMap<>(CloudStores.environment());
  @TempDir Path data;

  @Test
  void a_server_on_stores_of_two_places_is_refused_and_told_which() {
    start(one).stop();
    start(other).stop();
    start(one).stop();
    refused("S3_BUCKET")
        .contains("The bucket " + other.get("S3_BUCKET") + " belongs to another place");
    refused("DYNAMODB_COMMENTS_TABLE")
        .contains(
            "The table " + other.get("DYNAMODB_COMMENTS_TABLE") + " belongs to another place");
    refused("DB_NAME").contains("than the database " + other.get("DB_NAME"));
    one.put("S3_BUCKET", "lumina-empty-" + System.nanoTime());
    assertThat(start(one).exitCode()).isEqualTo(1);
  }

  private org.assertj.core.api.AbstractStringAssert<?> refused(String taken) {
    Map<String, String> mixed = new HashMap<>(one);
    mixed.put(taken, String.valueOf(other.get(taken)));
    LuminaProcess server = start(mixed);
    assertThat(server.exitCode()).as(server.said()).isEqualTo(1);
    return assertThat(server.said()).doesNotContain("\tat ");
  }

  private LuminaProcess start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("STORAGE_BACKEND", "dynamodb");
    all.put("LUMINA_DATA", data.toString());
    all.put("PORT", "0");
    return LuminaProcess.start(all).until(line -> line.contains("Lumina is at"));
  }

  @Test
  void a_database_that_comes_later_is_waited_for() throws Exception {
    MariaDb late = MariaDb.another();
    one.put("DB_NAME", late.newDatabase());
    one.put("DB_PORT", String.valueOf(late.port()));
    late.stop();
    Map<String, String> all = new HashMap<>(one);
    all.put("LUMINA_DATA", data.toString());
    all.put("PORT", "0");
    LuminaProcess server =
        LuminaProcess.start(all).until(line -> line.contains("Retrying for 60 seconds"));
    try {
      assertThat(server.said()).contains("does not answer");
      late.start();
      assertThat(server.until(line -> line.contains("Lumina is at")).said())
          .contains("Lumina is at");
    } finally {
      server.kill();
      late.stop();
    }
  }
}
