package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// The files by which commands and the server speak.
@ServerTest
class ImportInboxTest {
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;

  @Test
  void an_import_that_waits_for_another_one_is_told_so() {
    await()
        .atMost(Duration.ofMinutes(10))
        .until(
            () -> {
              HandedOver first = handOver("1");
              HandedOver second = handOver("2");
              // Imports of other tests may come first.
              await()
                  .atMost(Duration.ofMinutes(5))
                  .until(() -> Files.exists(first.exit()) && Files.exists(second.exit()));
              String said = Files.readString(second.said());
              first.delete();
              second.delete();
              return said.startsWith("Another import is running");
            });
  }

  @Tag("local")
  @Test
  void files_of_a_command_that_was_killed_go_after_a_day_but_an_import_goes_on() throws Exception {
    HandedOver over = new HandedOver(data.imports(), "3");
    HandedOver recent = new HandedOver(data.imports(), "4");
    HandedOver asked = handOver("5");
    age(asked.request());
    for (Path file : List.of(over.said(), over.report(), over.exit())) {
      age(Files.writeString(file, "0"));
    }
    Files.writeString(recent.said(), "");
    await()
        .atMost(Duration.ofMinutes(5))
        .until(
            () ->
                Stream.of(over.said(), over.report(), over.exit()).noneMatch(Files::exists)
                    && Files.exists(asked.exit()));
    assertThat(recent.said()).exists();
    recent.delete();
    asked.delete();
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }

  /// Asks for an import into an account that does not exist.
  private HandedOver handOver(String id) throws IOException {
    HandedOver files = new HandedOver(data.imports(), id);
    ImportRequest request =
        new ImportRequest("nobody", List.of("x"), Audience.PRIVATE, false, false);
    files.write(files.request(), json.writeValueAsString(request));
    return files;
  }
}
