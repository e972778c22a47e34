package lumina.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import lumina.Person;
import lumina.cli.CommandProcess;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One place through its life: backups while it serves, a restore, damage, and checks of it all.
class BackupTest {
  @TempDir private Path data;
  @TempDir private Path restored;
  @TempDir private Path elsewhere;

  private static LuminaProcess command(Path data, String... words) {
    return CommandProcess.start(Map.of("LUMINA_DATA", data.toString(), "PORT", "0"), words);
  }

  private static String run(Path data, int code, String... words) {
    LuminaProcess command = command(data, words);
    assertThat(command.exitCode()).as(command.said()).isEqualTo(code);
    return command.said();
  }

  private static void kill(LuminaProcess command, String line) {
    command.until(line::equals).kill();
    assertThat(command.said()).endsWith(line + "\n");
  }

  @Test
  void a_backup_of_a_busy_place_is_restored_whole_and_damage_is_found_and_named() throws Exception {
    Path backup = elsewhere.resolve("backup");
    LuminaProcess server = command(data).untilReady();
    Person ann = Person.stranger(server.address()).signUp();
    String photo = ann.uploadPhoto("topic", "Sea");
    String lost = ann.uploadPhoto();
    isKilledOverTheDatabase(backup);
    whileBusy(ann, () -> run(data, 0, "backup", backup.toString()));
    assertThat(copiesOfTheDatabase()).isEmpty();
    List<String> whole = Files.readAllLines(backup.resolve(Manifest.NAME));
    ann.delete("/api/photos/" + ann.uploadPhoto()).expect(200);
    isKilledOverTheDatabase(backup);
    server.stop();
    assertThat(Files.readAllLines(backup.resolve(Manifest.NAME))).isEqualTo(whole);

    kill(command(restored, "restore", backup.toString()), "Copying the files.");
    assertThat(run(restored, 1, "check")).contains("is not finished");
    run(restored, 0, "restore", backup.toString());
    assertThat(run(restored, 1, "restore", backup.toString())).contains("needs an empty folder");
    assertThat(run(restored, 0, "check")).endsWith("All is well.\n");
    refusesASecondOne(backup);
    Path again = elsewhere.resolve("again.tar");
    run(restored, 0, "backup", again.toString());
    assertThat(images(again)).isEqualTo(images(backup)).hasSizeGreaterThan(10);

    damage(photo, lost);
    addStray();
    assertThat(run(restored, 1, "check", "--repair"))
        .contains("Lumina does not look for the file images/photos/00/Thumbs.db")
        .containsPattern(
            "The original of photo %1$s is damaged \\(photos/%1$s_full.jpg\\), and the photo lacks photos/%1$s_thumb.jpg: "
                .formatted(photo))
        .contains("Photo " + photo + " counts 7 likes instead of 0.")
        .contains("wrong for everyone")
        .contains(lost + "_full.jpg belongs to nothing in the database. Its photo may be lost");
    assertThat(original(lost)).as("all that is left of a photo").exists();
    assertThat(run(restored, 1, "backup", backup.toString()))
        .contains("of photo " + photo + " is damaged in the data folder; the backup keeps");
  }

  /// A file of another program, which was there before the check.
  private void addStray() throws IOException {
    Path folder = Files.createDirectories(restored.resolve("images/photos/00"));
    Path stray = Files.writeString(folder.resolve("Thumbs.db"), "");
    Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
  }

  private Path original(String photo) {
    String shard = photo.substring(photo.length() - 2);
    return restored.resolve("images/photos").resolve(shard).resolve(photo + "_full.jpg");
  }

  private void isKilledOverTheDatabase(Path backup) throws IOException {
    kill(command(data, "backup", backup.toString()), "Copying the database.");
    assertThat(copiesOfTheDatabase()).isNotEmpty();
  }

  private List<Path> copiesOfTheDatabase() throws IOException {
    String name = "lumina-%08x".formatted(data.hashCode());
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    }
  }

  private void refusesASecondOne(Path backup) throws IOException {
    try (FileChannel first = FileChannel.open(restored.resolve("backup.lock"), CREATE, WRITE)) {
      var _ = first.lock();
      assertThat(run(restored, 1, "backup", backup.toString())).contains("Another backup");
    }
  }

  private static List<String> images(Path backup) throws IOException {
    try (Vault vault =
        backup.toString().endsWith(".tar") ? TarVault.read(backup) : new FolderVault(backup)) {
      return Manifest.read(vault).orElseThrow().files().entrySet().stream()
          .filter(file -> file.getKey().startsWith("images/"))
          .map(file -> file.getKey() + " " + file.getValue())
          .toList();
    }
  }

  private static void whileBusy(Person person, Runnable task) throws Exception {
    AtomicBoolean busy = new AtomicBoolean(true);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> load =
          others.submit(
              () -> {
                while (busy.get()) {
                  person.put("/api/photos/" + person.uploadPhoto() + "/like").expect(200);
                  person.delete("/api/photos/" + person.uploadPhoto()).expect(200);
                }
              });
      task.run();
      busy.set(false);
      load.get();
    }
  }

  /// Flips a bit of an original, invents likes, and loses the row of another photo.
  private void damage(String photo, String lost) throws Exception {
    try (Stream<Path> files = Files.walk(restored.resolve("images/photos"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().contains(photo + "_full")) {
          bytes[bytes.length / 2] ^= 1;
        }
        Files.write(file, bytes);
        if (file.toString().contains(photo + "_thumb")) {
          Files.delete(file);
          continue;
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
      }
    }
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + restored.resolve("lumina.db"));
        Statement sql = database.createStatement()) {
      sql.execute(
          "UPDATE photo_items SET likes = likes + 7 WHERE photo_id = '%s'".formatted(photo));
      sql.execute("DELETE FROM photos WHERE photo_id = '%s'".formatted(lost));
      sql.execute("UPDATE topic_counts SET photos = photos + 1 WHERE user_id = 0");
    }
  }
}
