package lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import lumina.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RederiveCommandTest {
  @TempDir Path data;

  @Test
  void all_photos_are_made_anew_and_a_run_that_was_stopped_goes_on() throws Exception {
    List<String> photos = twoPhotos();
    photos.forEach(this::spoil);
    stopAfter(photos.getFirst());

    CommandRun first = rederive();
    assertThat(first.exitCode()).isZero();
    assertThat(first.said()).contains("2 photos in total; continuing", "1  photos recreated");
    assertThat(isSpoiled(photos.getFirst())).isTrue();
    assertThat(isSpoiled(photos.getLast())).isFalse();

    CommandRun second = rederive();
    assertThat(second.exitCode()).isZero();
    assertThat(second.said()).contains("2  photos recreated");
    assertThat(isSpoiled(photos.getFirst())).isFalse();

    photos.forEach(this::spoil);
    CommandRun later = rederive("--since-version", "999.0");
    assertThat(later.exitCode()).isZero();
    assertThat(later.said()).contains("2  photos skipped");
    assertThat(isSpoiled(photos.getLast())).isTrue();
  }

  private List<String> twoPhotos() {
    try (Served server = Served.on(Map.of("LUMINA_DATA", data.toString()))) {
      Person ann = server.stranger().signUp();
      return List.of(ann.uploadPhoto(), ann.uploadPhoto());
    }
  }

  private CommandRun rederive(String... options) {
    List<String> words = new java.util.ArrayList<>(List.of("rederive"));
    words.addAll(List.of(options));
    return CommandRun.of(Map.of("LUMINA_DATA", data.toString()), words.toArray(String[]::new));
  }

  /// Leaves the state of a run that was killed after this photo.
  private void stopAfter(String photoId) throws Exception {
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lumina.db"))) {
      var _ =
          sql.createStatement()
              .executeUpdate(
                  "INSERT INTO rederivation SELECT '', sort_key, 0 FROM photos WHERE photo_id = '"
                      + photoId
                      + "'");
    }
  }

  private Path thumb(String photoId) {
    String shard = photoId.substring(photoId.length() - 2);
    return data.resolve("images/photos").resolve(shard).resolve(photoId + "_thumb.jpg");
  }

  private void spoil(String photoId) {
    try {
      Files.writeString(thumb(photoId), "GPS");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean isSpoiled(String photoId) throws Exception {
    return Files.size(thumb(photoId)) == 3;
  }
}
