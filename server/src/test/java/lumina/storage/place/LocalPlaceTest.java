package lumina.storage.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import lumina.Lumina;
import lumina.blob.BlobStore;
import lumina.command.Offline;
import lumina.storage.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// An unmounted disk looks like an empty folder.
class LocalPlaceTest {
  @TempDir private Path data;

  private void open(Map<String, String> more) {
    open(more, data);
  }

  private static void open(Map<String, String> more, Path data) {
    Map<String, String> settings = new java.util.HashMap<>(more);
    settings.put("lumina.data", data.toString());
    try (var lumina = new Offline(Lumina::application).open(settings)) {
      var _ = lumina.getBean(BlobStore.class);
    }
  }

  private void refused(Map<String, String> settings, String sentence) {
    assertThatThrownBy(() -> open(settings))
        .hasRootCauseInstanceOf(StartRefused.class)
        .rootCause()
        .hasMessageContaining(sentence);
  }

  @Test
  void a_folder_that_lost_its_files_or_its_database_is_never_served_as_an_empty_place()
      throws IOException {
    open(Map.of());
    Path images = data.resolve("images");
    String id = Files.readString(images.resolve("place"));
    open(Map.of("lumina.place-id", id));
    refused(Map.of("lumina.place-id", "another"), "is its disk mounted?");

    FileSystemUtils.deleteRecursively(images);
    refused(Map.of(), "The image files of " + data + " are gone");
    assertThat(images).isEmptyDirectory();
    Files.writeString(images.resolve("place"), "another");
    refused(Map.of(), "belong to another place (another)");

    Files.writeString(images.resolve("place"), id);
    Files.move(data.resolve("lumina.db"), data.resolve("elsewhere.db"));
    refused(Map.of(), "but their database is gone");
    refused(Map.of("lumina.place-id", id), "is its disk mounted?");
    Files.move(
        data.resolve("elsewhere.db"),
        data.resolve("lumina.db"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    open(Map.of());
  }

  @Test
  void what_is_no_place_is_refused_in_a_sentence() throws IOException {
    Path database = data.resolve("lumina.db");
    refused(Map.of("storage.look-only", "true"), "There is no database in " + data);
    assertThat(database).doesNotExist();

    byte[] garbage = new byte[4096];
    new Random(1).nextBytes(garbage);
    Files.write(database, garbage);
    refused(Map.of(), "is damaged (File opened that is not a database file)");

    Path file = Files.writeString(data.resolve("file"), "");
    assertThatThrownBy(() -> open(Map.of(), file))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is a file: set it to a folder");
  }
}
