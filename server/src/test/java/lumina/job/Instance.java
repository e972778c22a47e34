package lumina.job;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import lumina.stores.SqlDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An instance that looks for jobs on demand; several instances share a database and a clock.
record Instance(JobQueue queue, ManualScheduler scheduler) {
  /// The clock of all instances, for db-scheduler and for everything else.
  static final class Time extends Clock {
    private final SettableClock settable = new SettableClock();

    void passes(Duration duration) {
      settable.tick(duration);
    }

    @Override
    public Instant instant() {
      return settable.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  static Instance of(SqlDatabase database, Time time, List<Job> jobs, RecurringJob... recurring) {
    JobQueue queue = new JobQueue(database.get(JdbcClient.class), time, event -> {});
    JobTasks tasks = new JobTasks(queue, jobs, List.of(recurring));
    TestHelper.ManualSchedulerBuilder builder =
        TestHelper.createManualScheduler(database.get(DataSource.class), tasks.once())
            .clock(time.settable)
            .startTasks(tasks.repeated());
    ManualScheduler scheduler = JobTasks.configure(builder).build();
    scheduler.start();
    return new Instance(queue, scheduler);
  }

  /// Runs the due jobs one after the other.
  void look() {
    scheduler.runAnyDueExecutions();
  }

  /// Takes over the jobs of dead instances, then runs the due ones.
  void takeOver() {
    scheduler.runDeadExecutionDetection();
    look();
  }
}
