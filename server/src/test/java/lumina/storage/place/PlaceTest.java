package lumina.storage.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.process.LuminaProcess;
import lumina.storage.StartRefused;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.s3.S3Settings;
import lumina.stores.CloudStores;
import lumina.stores.MariaDb;
import lumina.stores.SqlDatabase;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ComponentScan;

/// Stores of two places are easily mixed up when one of them is restored or tested.
@Tag("cloud")
class PlaceTest {
  private final Map<String, String> one = new HashMap<>(CloudStores.environment());
  private final Map<String, String> other = new HashMap<>(CloudStores.environment());
  @TempDir Path data;

  /// The stores that hold the id of their place.
  @ComponentScan(basePackageClasses = {Place.class, Dynamo.class, S3Settings.class})
  static class Marked {}

  @Test
  void a_server_on_stores_of_two_places_is_refused_and_told_which() {
    CloudStores.announce();
    start(one);
    start(other);
    start(one);
    refused("S3_BUCKET")
        .contains("The bucket " + other.get("S3_BUCKET") + " belongs to another place");
    refused("DYNAMODB_COMMENTS_TABLE")
        .contains(
            "The table " + other.get("DYNAMODB_COMMENTS_TABLE") + " belongs to another place");
    refused("DB_NAME").contains("than the database " + other.get("DB_NAME"));
    one.put("S3_BUCKET", "lumina-empty-" + System.nanoTime());
    assertThatThrownBy(() -> start(one)).isInstanceOf(StartRefused.class);
  }

  private AbstractStringAssert<?> refused(String taken) {
    Map<String, String> mixed = new HashMap<>(one);
    mixed.put(taken, String.valueOf(other.get(taken)));
    return assertThat(catchThrowableOfType(StartRefused.class, () -> start(mixed)).getMessage());
  }

  private static void start(Map<String, String> settings) {
    String[] all = settings.entrySet().stream().map(String::valueOf).toArray(String[]::new);
    SqlDatabase.start(List.of(Marked.class), all).close();
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
      assertThat(server.untilReady().address()).isNotEmpty();
    } finally {
      server.kill();
      late.stop();
    }
  }
}
