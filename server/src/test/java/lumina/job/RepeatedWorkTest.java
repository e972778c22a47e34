package lumina.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RepeatedWorkTest {
  @Test
  void work_is_repeated_also_after_a_failure() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(3);
    RepeatedWork failing =
        new RepeatedWork(
            Duration.ofMillis(5),
            () -> {
              runs.countDown();
              throw new IllegalStateException("for the test");
            });
    try (RepeatedWorkScheduler scheduler = new RepeatedWorkScheduler(List.of(failing))) {
      scheduler.start();
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
