package lumina.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("cloud")
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class DatabaseClockTest {
  @Test
  void a_clock_that_is_off_is_told(CapturedOutput log) {
    compare(Duration.ofSeconds(100));
    assertThat(log).containsPattern("clock of this machine is (9\\d|100) seconds ahead of that");
    compare(Duration.ofSeconds(-100));
    assertThat(log).containsPattern("clock of this machine is (9\\d|100) seconds behind that");
  }

  @Test
  void a_clock_that_is_right_is_not_spoken_of(CapturedOutput log) {
    compare(Duration.ZERO);
    assertThat(log).doesNotContain("clock of this machine");
  }

  private static void compare(Duration off) {
    // A server of Lumina has set up the log when this database is there.
    JdbcClient sql = SqlDatabase.MARIADB.get(JdbcClient.class);
    new DatabaseClock(sql, Clock.offset(Clock.systemUTC(), off)).compare();
  }
}
