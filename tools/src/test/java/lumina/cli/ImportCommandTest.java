package lumina.cli;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Map;
import lumina.Person;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ImportCommandTest {
  private static final int PHOTOS = 12;

  @TempDir Path data;
  @TempDir Path trip;

  @Test
  void an_import_that_was_killed_goes_on_and_adds_nothing_twice() throws Exception {
    for (int i = 0; i < PHOTOS; i++) {
      Files.write(trip.resolve("IMG_%02d.jpg".formatted(i)), Pictures.photo(60 + i, 40));
    }
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString(), "PORT", "0");
    LuminaProcess server = CommandProcess.start(settings).untilReady();
    Person ann = Person.stranger(server.address());
    String name = ann.signUp().name();
    Path report = data.resolve("report.jsonl");

    String[] words = {"import", "--user", name, "--albums", "--report", "" + report, "" + trip};
    LuminaProcess handedOver = CommandProcess.start(settings, words);
    await().atMost(ofMinutes(2)).until(() -> photos() >= 2);
    server.kill();
    handedOver.kill();
    LuminaProcess alone = CommandProcess.start(settings, words);

    assertThat(alone.exitCode()).as(alone.said()).isZero();
    assertThat(photos()).isEqualTo(PHOTOS);
    assertThat(Files.readAllLines(report)).hasSize(PHOTOS);
    assertThat(count("album_photos")).isEqualTo(PHOTOS);
    assertThat(data.resolve("incoming")).isEmptyDirectory();
  }

  private long photos() throws Exception {
    return count("photos");
  }

  private long count(String table) throws Exception {
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lumina.db"));
        ResultSet found = sql.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      return found.next() ? found.getLong(1) : 0;
    }
  }
}
