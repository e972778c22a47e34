package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lumina.backup.Manifest.Stored;
import lumina.command.CommandRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  private static final Stored FILE = new Stored("ab".repeat(32), 12, -1);
  private static final Manifest MANIFEST =
      new Manifest(
          "2026, version 1",
          true,
          new TreeMap<>(Map.of("images/photos/a b_full.jpg", FILE, "lumina.db", FILE)));

  @TempDir private Path backup;

  @BeforeEach
  void write() throws IOException {
    MANIFEST.write(backup.resolve(Manifest.NAME));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(backup.resolve(Manifest.NAME));
  }

  private void isNoticed(List<String> lines) throws IOException {
    Files.write(backup.resolve(Manifest.NAME), lines);
    assertThatThrownBy(() -> Manifest.read(new FolderVault(backup)))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("manifest.txt in the backup is damaged");
  }

  @Test
  void what_was_written_is_read() throws IOException {
    assertThat(Manifest.read(new FolderVault(backup))).contains(MANIFEST);
  }

  @Test
  void a_list_that_was_cut_off_or_edited_is_noticed() throws IOException {
    List<String> lines = lines();
    assertThat(lines).hasSize(4);
    isNoticed(lines.subList(0, 3));
    isNoticed(List.of(lines.get(0), lines.get(1), lines.get(3)));
    isNoticed(
        List.of(lines.get(0), lines.get(1), lines.get(2).replace(" 12 ", " 13 "), lines.get(3)));
    isNoticed(List.of(lines.get(0), lines.get(1), "garbage", lines.get(3)));
    isNoticed(List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(1)));
  }

  @Test
  void a_list_of_an_earlier_version_has_no_checksum() throws IOException {
    List<String> lines = lines();
    Files.write(
        backup.resolve(Manifest.NAME),
        List.of(lines.get(0).replace("backup 2", "backup 1"), lines.get(1), lines.get(2)));
    assertThat(Manifest.read(new FolderVault(backup)))
        .contains(new Manifest(MANIFEST.made(), false, MANIFEST.files()));
  }
}
