package lumina.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Form;
import lumina.Person;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.process.LuminaProcess;
import lumina.share.Shares;
import lumina.share.Shares.Link;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full or read-only serves what is on it, and takes uploads again when it can.
/// Mounting needs root; without it, nothing is tested here.
class DiskTest {
  @TempDir private static Path data;
  private static @Nullable LuminaProcess server;
  private static Person ann;
  private static Person bob;
  private static String photo;
  private static Link link;

  @BeforeAll
  static void serve() throws Exception {
    boolean mounted = Mounts.mount("-t", "tmpfs", "-o", "size=200m", "tmpfs", data.toString());
    assumeTrue(mounted, "this system lets nobody mount a disk for this test");
    String address = start();
    ann = Person.stranger(address).signUp();
    bob = Person.stranger(address).signUp();
    byte[] located = Exif.inJpeg(Pictures.photo(300, 200), TiffBlock.exif(1));
    Form form = new Form().field("audience", "private").file("x.jpg", located);
    photo = ann.upload(form).expect(201).json().get("photo_id").asString();
    ann.patch("/api/photos/" + photo, Map.of("audience", "public")).expect(200);
    link = Shares.of(ann, List.of(photo));
  }

  /// @return the server's address
  private static String start() {
    LuminaProcess started =
        LuminaProcess.start(
                Map.of("LUMINA_DATA", data.toString(), "LUMINA_CACHE", "cache", "PORT", "0"))
            .untilReady();
    server = started;
    return started.address();
  }

  private static void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private static void startAgain() {
    String address = start();
    ann = new Person(address, ann.name(), ann.id(), ann.cookie());
    bob = new Person(address, bob.name(), bob.id(), bob.cookie());
  }

  @AfterAll
  static void unmount() throws Exception {
    stop();
    var _ = Mounts.unmount(data);
  }

  private void isReadAndNotWritten() throws IOException {
    List<Path> before = files();
    ann.get("/api/photos/" + photo).expect(200);
    ann.get("/api/photos/" + photo + "/image/large").expect(200);
    ann.get("/api/photos?scope=profile").expect(200);
    bob.get(link.api()).expect(200);
    bob.get("/api/photos/" + photo + "/image/full").expectProblem(503, "not_ready");
    assertThat(zipped(bob.get("/api/photos/download?photo_ids=" + photo).expect(200).bytes()))
        .containsExactly("x.jpg.webp");
    Form form = new Form().file("x.jpg", Pictures.photo(640, 480));
    ann.upload(form).expectProblem(503, "store_unavailable");
    assertThat(files()).isEqualTo(before);
  }

  private static List<String> zipped(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
        names.add(entry.getName());
      }
    }
    return names;
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
    List<Path> folders = List.of(data.resolve("images"), data.resolve("incoming"));
    for (Path folder : folders) {
      assertThat(Mounts.readOnly(folder)).isTrue();
    }
    isReadAndNotWritten();
    for (Path folder : folders) {
      assertThat(Mounts.unmount(folder)).isTrue();
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
    assertThat(Mounts.readOnly(data)).isTrue();
    startAgain();
    isReadAndNotWritten();
    stop();
    assertThat(Mounts.unmount(data)).isTrue();
    startAgain();
    ann.uploadPhoto();
  }
}
