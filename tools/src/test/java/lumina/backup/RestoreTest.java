package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lumina.backup.Manifest.Stored;
import lumina.cli.CommandRun;
import lumina.command.CommandRefused;
import lumina.storage.DataFolder;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// Restores of whole, damaged and foreign backups, of files and a database that nobody serves.
class RestoreTest {
  private static final FileTime TIME = FileTime.fromMillis(1_500_000_000_000L);

  @TempDir private Path folder;
  private Path source = Path.of("/");
  private Path backup = Path.of("/");
  private Path data = Path.of("/");
  private SortedMap<String, Stored> files = new TreeMap<>();

  @BeforeEach
  void backUp() throws IOException {
    source = folder.resolve("source");
    backup = folder.resolve("backup");
    data = folder.resolve("data");
    write("images/photos/aa/1_full.jpg", "first");
    write("images/photos/bb/2_full.jpg", "second");
    var sql = DatabaseSnapshot.open(Files.createDirectories(source).resolve("lumina.db"));
    sql.sql("CREATE TABLE uploads (upload_id TEXT, photo_id TEXT)").update();
    sql.sql("INSERT INTO uploads VALUES ('begun', NULL), ('done', 'a photo')").update();
    Vault vault = new FolderVault(backup);
    BackupRun run = new BackupRun(vault, files, false);
    run.copyAll(source, source);
    files = new TreeMap<>(run.seen());
    writeManifest();
  }

  private void write(String path, String content) throws IOException {
    Path file = source.resolve(path);
    Files.createDirectories(file.getParent());
    Files.setLastModifiedTime(Files.writeString(file, content), TIME);
  }

  private void writeManifest() throws IOException {
    Path draft = folder.resolve("draft");
    new Manifest("a day in May", true, files).write(draft);
    new FolderVault(backup).put(Manifest.NAME, draft);
  }

  private Path stored(String path) {
    Stored file = files.get(path);
    assertThat(file).as(path).isNotNull();
    return backup.resolve(file.name());
  }

  private CommandRun restore() {
    CommandRun[] run = new CommandRun[1];
    new ApplicationContextRunner()
        .withPropertyValues(
            "lumina.data=" + data, "storage.region=eu-central-1", "storage.s3.path-style=false")
        .withUserConfiguration(DataFolder.class, Vaults.class)
        .run(
            lumina -> {
              Restore restore =
                  new Restore(lumina.getBean(DataFolder.class), lumina.getBean(Vaults.class));
              run[0] = CommandRun.of(() -> restore.run(List.of(backup.toString())));
            });
    return run[0];
  }

  private void isRefused(String sentence) {
    assertThatThrownBy(this::restore)
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void files_come_back_with_their_times_for_their_owner_and_unfinished_uploads_begin_anew()
      throws IOException {
    CommandRun run = restore();
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.said()).contains("Restored 3 files, as they were at a day in May.");
    Path first = data.resolve("images/photos/aa/1_full.jpg");
    assertThat(first).hasContent("first");
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(TIME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
        .isEqualTo("rw-------");
    assertThat(data.resolve("restoring")).doesNotExist();
    assertThat(data.resolve("incoming")).isEmptyDirectory();
    assertThat(
            DatabaseSnapshot.open(data.resolve("lumina.db"))
                .sql("SELECT upload_id FROM uploads")
                .query(String.class)
                .list())
        .containsExactly("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"damaged", "missing"})
  void what_is_not_whole_in_the_backup_is_named_and_left_out(String how) throws IOException {
    Path broken = stored("images/photos/bb/2_full.jpg");
    if (how.equals("missing")) {
      Files.delete(broken);
    } else {
      Files.writeString(broken, "sEcond");
    }
    CommandRun run = restore();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said())
        .contains("images/photos/bb/2_full.jpg is damaged or missing in the backup.")
        .contains("Restored 2 files");
    assertThat(data.resolve("images/photos/aa/1_full.jpg")).hasContent("first");
    assertThat(data.resolve("images/photos/bb/2_full.jpg")).doesNotExist();
    assertThat(data.resolve("lumina.db")).exists();
    assertThat(data.resolve("restoring")).doesNotExist();
  }

  @Test
  void without_its_database_nothing_is_restored_and_no_server_starts_before_it_is()
      throws IOException {
    Path database = stored("lumina.db");
    byte[] whole = Files.readAllBytes(database);
    Files.writeString(database, "junk");
    isRefused("the database in the backup is damaged");
    assertThat(data.resolve("lumina.db")).doesNotExist();
    assertThat(data.resolve("restoring")).exists();
    Path first = data.resolve("images/photos/aa/1_full.jpg");
    Files.writeString(first, "half");
    Files.write(database, whole);
    assertThat(restore().exitCode()).isZero();
    assertThat(first).as("what an interruption left is replaced").hasContent("first");
    assertThat(data.resolve("restoring")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lumina.db", "images/stray"})
  void a_folder_in_which_something_is_kept_stays_as_it_is(String kept) throws IOException {
    Path file = data.resolve(kept);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");
    isRefused("a restore needs an empty folder");
    assertThat(file).hasContent("mine");
    assertThat(data.resolve("images/photos")).doesNotExist();
    assertThat(data.resolve("restoring")).doesNotExist();
  }

  @Test
  void a_list_that_names_a_file_elsewhere_writes_nothing_there() throws IOException {
    Stored first = files.get("images/photos/aa/1_full.jpg");
    files.put("../evil", first);
    writeManifest();
    isRefused("could not be restored");
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(data.resolve("lumina.db")).doesNotExist();
  }

  @Test
  void a_folder_that_is_no_backup_or_an_unfinished_one_says_so() throws IOException {
    Files.delete(backup.resolve(Manifest.NAME));
    isRefused("There is no backup in " + backup);
    Files.writeString(backup.resolve(Manifest.NAME), "# Lumina backup 3, of tomorrow\n");
    isRefused("not a backup that this version of Lumina can read");
    assertThat(data.resolve("images/photos")).doesNotExist();
  }
}
