package lumina.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WorkerWatchTest {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  @Test
  void what_the_system_kills_says_nothing_against_the_picture() throws Exception {
    WorkerLost lost = end("kill -KILL $$", 60_000, 60_000);

    assertThat(lost.isTheFaultOfThePicture()).isFalse();
    assertThat(lost.isWorthAnotherTry()).isTrue();
  }

  @Test
  void a_crash_does() throws Exception {
    WorkerLost lost = end("kill -SEGV $$", 60_000, 60_000);

    assertThat(lost.isTheFaultOfThePicture()).isTrue();
    assertThat(lost.isWorthAnotherTry()).isTrue();
  }

  @Test
  void what_waits_for_the_processor_is_not_to_blame() throws Exception {
    WorkerLost lost = end("kill -STOP $$", 200, 500);

    assertThat(lost.reason()).isEqualTo(WorkerLost.Reason.STALLED);
  }

  @Test
  void what_keeps_the_processor_busy_is() throws Exception {
    WorkerLost lost = end("while :; do :; done", 200, 60_000);

    assertThat(lost.reason()).isEqualTo(WorkerLost.Reason.COSTLY);
  }

  /// Runs this script to its end and returns the reason that the watch reports.
  private WorkerLost end(String script, long processor, long wall)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
    WorkerPool.Limits limits =
        new WorkerPool.Limits(
            Duration.ofMillis(processor), Duration.ofMillis(wall), 1, Duration.ofMinutes(1), 1);
    WorkerWatch.Guard guard = new WorkerWatch(clock, limits).over(process);
    process.waitFor();
    guard.leave();
    return new WorkerLost(guard.reason());
  }
}
