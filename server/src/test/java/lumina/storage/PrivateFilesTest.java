package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class PrivateFilesTest {
  @LocalServerPort private int port;
  @Autowired private DataFolder data;

  @Test
  void what_lumina_keeps_is_closed_to_others_on_the_machine() throws IOException {
    Person.signUp(port).uploadPhoto();
    // Other tests delete photos at the same time.
    await()
        .ignoreException(UncheckedIOException.class)
        .untilAsserted(() -> assertThat(images()).allMatch(file -> may(file, "rw-------")));
    try (Stream<Path> kept = Files.list(data.incoming().resolveSibling("."))) {
      assertThat(kept.filter(Files::isDirectory)).allMatch(folder -> may(folder, "rwx------"));
    }
    for (String name : List.of("lock", "lumina.db", "lumina.db-wal")) {
      Path file = data.incoming().resolveSibling(name);
      assertThat(Files.notExists(file) || may(file, "rw-------")).as(name).isTrue();
    }
  }

  private List<Path> images() throws IOException {
    try (Stream<Path> kept = Files.walk(data.images())) {
      return kept.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean may(Path file, String permissions) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).equals(permissions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_folder_that_others_can_look_into_is_named_at_the_start(
      @TempDir Path folder, CapturedOutput output) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    new DataFolder(folder, Path.of("cache"), false, false).close();
    assertThat(output).contains("Other users of this machine can read " + folder);
  }
}
