package lumina.storage.sqlite;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The JVM itself records which files are flushed.
@ServerTest
@DisabledIfSystemProperty(
    named = "lumina.test.backend",
    matches = "dynamodb",
    disabledReason = "SQLite is the database of the local backend")
@Isolated("It records what this JVM flushes.")
class DurableCommitsTest {
  @LocalServerPort private int port;
  @TempDir private Path folder;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void upload() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    bob.befriend(ann);
    photo = "/api/photos/" + ann.uploadPhoto();
  }

  @Test
  void a_comment_a_like_and_a_message_survive_a_power_cut_once_they_are_answered()
      throws IOException {
    assertThat(flushed(() -> bob.post(photo + "/comments", Map.of("text", "Lovely")).expect(201)))
        .anyMatch(file -> file.endsWith("-wal"));
    assertThat(flushed(() -> bob.put(photo + "/like").expect(200)))
        .anyMatch(file -> file.endsWith("-wal"));
    assertThat(
            flushed(
                () ->
                    bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "Hello"))
                        .expect(201)))
        .anyMatch(file -> file.endsWith("-wal"));
  }

  @Test
  void a_photo_is_flushed_with_its_folder_before_the_log_says_that_it_is_there()
      throws IOException {
    byte[] jpeg = Pictures.photo(800, 600);
    List<String> files = flushed(() -> ann.upload(new Form().file("x.jpg", jpeg)).expect(201));
    int shard =
        files.indexOf(files.stream().filter(DurableCommitsTest::isShard).findFirst().orElseThrow());
    assertThat(files.subList(0, shard)).filteredOn(file -> file.contains("upload-")).hasSize(5);
    assertThat(files.subList(shard, files.size())).last().asString().endsWith("-wal");
  }

  private static boolean isShard(String file) {
    return file.matches(".*/photos/[0-9a-f]{2}");
  }

  /// Jobs in the background flush something now and then.
  @Test
  void a_read_flushes_nothing() {
    await().until(() -> flushed(() -> bob.get(photo).expect(200)).isEmpty());
  }

  /// The files that are flushed meanwhile, in order.
  private List<String> flushed(Runnable deed) throws IOException {
    Path recorded = folder.resolve("flushes.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      deed.run();
      recording.stop();
      recording.dump(recorded);
    }
    return RecordingFile.readAllEvents(recorded).stream()
        .sorted(comparing(RecordedEvent::getStartTime))
        .map(event -> event.getString("path"))
        .toList();
  }
}
