package lumina.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import lumina.stores.CloudStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process at random moments while people use it: everything that was answered is there
/// once and whole, and nothing else. `bin/bench proof` does the same for longer.
@Tag("server")
@Timeout(600)
class CrashTest {
  private static final int PEOPLE = 4;
  private static final int KILLS = 3;

  @TempDir private Path data;

  @Test
  void what_was_answered_is_there_once_and_whole_however_often_the_server_is_killed()
      throws Exception {
    Map<String, String> settings =
        new HashMap<>(CloudStores.areTested() ? CloudStores.environment() : Map.of());
    settings.put("LUMINA_DATA", data.toString());
    long seed = ThreadLocalRandom.current().nextLong();

    Outcome outcome = new Crashes(settings, 1, PEOPLE, Crashes.Work.EVERYTHING, KILLS, seed).run();

    assertThat(outcome.wrong()).as(outcome.row("kill -9")).isEmpty();
    assertThat(outcome.acknowledged()).as("answered requests").isGreaterThan(KILLS);
  }
}
