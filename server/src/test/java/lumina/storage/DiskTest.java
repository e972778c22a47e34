package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full or read-only serves what is on it, and takes uploads again when it can.
/// Mounting needs root; without it, nothing is tested here.
class DiskTest {
  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");

  @TempDir private static Path data;
  private static @Nullable LuminaProcess server;
  private static Person ann;
  private static String photo;

  private static boolean mount(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("mount"), Stream.of(arguments)).toList();
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  @BeforeAll
  static void serve() throws Exception {
    boolean mounted = mount("-t", "tmpfs", "-o", "size=200m", "tmpfs", data.toString());
    assumeTrue(mounted, "this system lets nobody mount a disk for this test");
    ann = Person.stranger(start()).signUp();
    photo = ann.uploadPhoto();
  }

  /// @return the server's address
  private static String start() {
    LuminaProcess started =
        LuminaProcess.start(Map.of("LUMINA_DATA", data.toString(), "PORT", "0"))
            .until(line -> line.contains("Lumina is at"));
    server = started;
    Matcher address = ADDRESS.matcher(started.said());
    assertThat(address.find()).as(started.said()).isTrue();
    return address.group(1);
  }

  private static void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private static void startAgain() {
    ann = new Person(start(), ann.name(), ann.id(), ann.cookie());
  }

  @AfterAll
  static void unmount() throws Exception {
    stop();
    var _ = new ProcessBuilder("umount", "-l", data.toString()).start().waitFor();
  }

  private void isReadAndNotWritten() throws IOException {
    List<Path> before = files();
    ann.get("/api/photos/" + photo).expect(200);
    ann.get("/api/photos/" + photo + "/image/large").expect(200);
    ann.get("/api/photos?scope=profile").expect(200);
    Form form = new Form().file("x.jpg", Pictures.photo(640, 480));
    ann.upload(form).expectProblem(503, "store_unavailable");
    assertThat(files()).isEqualTo(before);
  }

  /// Without the files of the database and the image engine, and without forms: when its first
  /// write fails, Tomcat leaves an almost empty one, which the next start deletes.
  private List<Path> files() throws IOException {
    try (Stream<Path> images = Files.walk(data.resolve("images"));
        Stream<Path> incoming = Files.walk(data.resolve("incoming"))) {
      return Stream.concat(images, incoming)
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".tmp"))
          .sorted()
          .toList();
    }
  }

  private static Path fill() {
    Path filler = data.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (byte[] some = new byte[1 << 12]; ; ) {
        out.write(some);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
    }
    return filler;
  }

  @Test
  void a_full_disk_serves_and_leaves_nothing_of_uploads() throws Exception {
    Path filler = fill();
    isReadAndNotWritten();
    ann.post("/api/photos/" + photo + "/comments", Map.of("text", "x".repeat(2000)))
        .expectProblem(503, "store_unavailable");
    Files.delete(filler);
    ann.uploadPhoto();
  }

  @Test
  void a_disk_that_becomes_read_only_serves_and_leaves_nothing_of_uploads() throws Exception {
    String[] folders = {data.resolve("images").toString(), data.resolve("incoming").toString()};
    for (String folder : folders) {
      assertThat(mount("--bind", folder, folder)).isTrue();
      assertThat(mount("-o", "remount,bind,ro", folder)).isTrue();
    }
    isReadAndNotWritten();
    for (String folder : folders) {
      assertThat(new ProcessBuilder("umount", folder).start().waitFor()).isZero();
    }
    ann.uploadPhoto();
  }

  @Test
  void a_server_that_starts_on_a_full_disk_serves_what_is_there() throws Exception {
    stop();
    Path filler = fill();
    startAgain();
    isReadAndNotWritten();
    stop();
    Files.delete(filler);
    startAgain();
    ann.uploadPhoto();
  }

  @Test
  void a_killed_server_that_starts_on_a_read_only_disk_serves_what_is_there() throws Exception {
    ann.uploadPhoto();
    Objects.requireNonNull(server).kill();
    assertThat(mount("--bind", data.toString(), data.toString())).isTrue();
    assertThat(mount("-o", "remount,bind,ro", data.toString())).isTrue();
    startAgain();
    isReadAndNotWritten();
    stop();
    assertThat(new ProcessBuilder("umount", data.toString()).start().waitFor()).isZero();
    startAgain();
    ann.uploadPhoto();
  }
}
