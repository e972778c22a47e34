package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import lumina.Person;
import lumina.cli.CommandProcess;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.process.LuminaProcess;
import lumina.storage.Mounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A place whose disk has become read-only, as failing disks do, can be saved from there. Mounting
/// needs root; without it, nothing is tested here.
class ReadOnlyPlaceTest {
  @TempDir private Path data;
  @TempDir private Path elsewhere;
  private boolean mounted;

  private Map<String, String> settings() {
    return Map.of("LUMINA_DATA", data.toString(), "PORT", "0");
  }

  private void mount() throws Exception {
    mounted = Mounts.readOnly(data);
    assumeTrue(mounted, "this system lets nobody mount a disk for this test");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(Mounts.unmount(data)).isTrue();
    }
  }

  private static String run(int code, Path data, String... words) {
    CommandRun run = CommandRun.of(Map.of("LUMINA_DATA", data.toString()), words);
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }

  private void isSavedWhole() {
    String backup = elsewhere.resolve("backup").toString();
    Path restored = elsewhere.resolve("restored");
    assertThat(run(0, data, "check")).endsWith("All is well.\n");
    run(0, data, "backup", backup);
    run(0, restored, "restore", backup);
    assertThat(run(0, restored, "check")).contains("1 photo").endsWith("All is well.\n");
  }

  @Test
  void a_place_on_a_read_only_disk_is_checked_and_backed_up_but_not_changed() throws Exception {
    try (Served server = Served.on(settings())) {
      server.stranger().signUp().uploadPhoto();
    }
    mount();
    isSavedWhole();
    for (String command : new String[] {"rederive", "jobs", "password ann"}) {
      assertThat(run(1, data, command.split(" "))).contains("read-only");
    }
  }

  @Test
  void a_place_is_saved_though_its_server_was_killed_before_the_disk_became_read_only()
      throws Exception {
    LuminaProcess server = CommandProcess.start(settings()).untilReady();
    Person.stranger(server.address()).signUp().uploadPhoto();
    server.kill();
    mount();
    isSavedWhole();
  }
}
