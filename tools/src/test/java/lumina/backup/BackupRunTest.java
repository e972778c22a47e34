package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lumina.backup.Manifest.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backup copies, what it does not copy again, and what it notices.
class BackupRunTest {
  @TempDir private Path data;
  @TempDir private Path place;
  private Vault vault = new FolderVault(Path.of("/"));
  private SortedMap<String, Stored> before = new TreeMap<>();

  @BeforeEach
  void fill() throws IOException {
    vault = new FolderVault(place.resolve("backup"));
    write("one", "first");
    write("two", "second");
    write("copy", "first");
  }

  private Path write(String name, String content) throws IOException {
    Path file = Files.createDirectories(data.resolve("images")).resolve(name);
    return Files.writeString(file, content);
  }

  /// Returns how many files were copied.
  private int backUp(boolean verify) throws IOException {
    BackupRun run = new BackupRun(vault, before, verify);
    run.copyAll(data, data.resolve("images"));
    run.check(run.seen());
    run.prune(run.seen());
    before = new TreeMap<>(run.seen());
    return run.copied();
  }

  private Path stored(String name) {
    Stored file = before.get("images/" + name);
    assertThat(file).as(name).isNotNull();
    return place.resolve("backup").resolve(file.name());
  }

  @Test
  void equal_files_are_kept_once_and_for_their_owner_alone() throws IOException {
    assertThat(backUp(false)).isEqualTo(2);
    assertThat(before).containsOnlyKeys("images/copy", "images/one", "images/two");
    assertThat(stored("one")).hasContent("first").isEqualTo(stored("copy"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored("one"))))
        .isEqualTo("rw-------");
  }

  @Test
  void only_what_is_new_or_changed_is_copied_and_what_nothing_names_goes() throws IOException {
    backUp(false);
    Path gone = stored("two");
    assertThat(backUp(false)).as("nothing changed").isZero();
    write("three", "third");
    assertThat(backUp(false)).as("a new file").isEqualTo(1);
    Path changed = write("two", "SECOND");
    Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000));
    assertThat(backUp(false)).as("a changed file").isEqualTo(1);
    assertThat(stored("two")).hasContent("SECOND");
    assertThat(gone).doesNotExist();
    Files.setLastModifiedTime(data.resolve("images/one"), FileTime.fromMillis(1_000));
    assertThat(backUp(false)).as("a new time of the same bytes").isZero();
    Files.delete(data.resolve("images/one"));
    backUp(false);
    assertThat(stored("copy")).as("what another file still names").hasContent("first");
    Files.delete(data.resolve("images/copy"));
    Path last = stored("copy");
    backUp(false);
    assertThat(last).doesNotExist();
    assertThat(before).containsOnlyKeys("images/three", "images/two");
  }

  @Test
  void a_lost_file_is_copied_again_and_a_damaged_one_if_it_is_read_again() throws IOException {
    backUp(false);
    Files.delete(stored("one"));
    assertThat(backUp(false)).as("a lost file").isEqualTo(1);
    assertThat(stored("one")).hasContent("first");
    Files.writeString(stored("two"), "sECOND");
    assertThat(backUp(false)).as("nobody looks").isZero();
    assertThat(backUp(true)).as("a damaged file").isEqualTo(1);
    assertThat(stored("two")).hasContent("second");
    Files.writeString(stored("two"), "cut");
    assertThat(backUp(false)).as("a file of another size").isEqualTo(1);
    assertThat(stored("two")).hasContent("second");
    assertThat(backUp(true)).isZero();
  }

  /// A disk that does not keep what it is given.
  private record BadDisk(Vault vault, Path drafts) implements Vault {
    @Override
    public Map<String, Long> sizes() throws IOException {
      return vault.sizes();
    }

    @Override
    public InputStream read(String name) throws IOException {
      return vault.read(name);
    }

    @Override
    public void put(String name, Path file) throws IOException {
      String bytes = Files.readString(file);
      Path draft = Files.createTempFile(drafts, "draft", null); // several are put at once
      vault.put(name, Files.writeString(draft, bytes.replace("second", "secund")));
    }

    @Override
    public void delete(String name) throws IOException {
      vault.delete(name);
    }
  }

  @Test
  void what_was_not_stored_as_it_is_fails_the_backup_and_is_copied_by_the_next_one(
      @TempDir Path drafts) throws IOException {
    Vault good = vault;
    vault = new BadDisk(good, drafts);
    assertThatThrownBy(() -> backUp(false))
        .hasStackTraceContaining("images/two was not stored as it is");
    assertThat(before).isEmpty();
    vault = good;
    assertThat(backUp(false)).isEqualTo(1);
    assertThat(stored("two")).hasContent("second");
  }
}
