package lumina.health;

import java.time.Clock;
import java.time.Duration;
import lumina.job.RepeatedWork;
import lumina.storage.CloudBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Compares this machine's clock with the database's at intervals. The order of comments and
/// messages depends on the clocks of all instances, and so does the end of sessions.
@Component
@CloudBackend
class DatabaseClock {
  private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
  private static final Duration TOLERABLE = Duration.ofSeconds(2);

  private final JdbcClient sql;
  private final Clock clock;

  DatabaseClock(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Bean
  RepeatedWork comparing() {
    return new RepeatedWork(Duration.ofHours(1), this::compare);
  }

  void compare() {
    long before = clock.millis();
    long there =
        sql.sql("SELECT floor(1000 * unix_timestamp(current_timestamp(3)))")
            .query(Long.class)
            .single();
    long after = clock.millis();
    long ahead = Math.max(before - there, 0) + Math.min(after - there, 0);
    if (Math.abs(ahead) > TOLERABLE.toMillis()) {
      log.warn(
          "The clock of this machine is {} seconds {} that of the database: synchronise both with NTP",
          Math.abs(ahead) / 1000,
          ahead > 0 ? "ahead of" : "behind");
    }
  }
}
