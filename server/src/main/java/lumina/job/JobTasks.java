package lumina.job;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;

/// The jobs of all features, as db-scheduler needs them.
///
/// @param queue stores the failures
record JobTasks(JobQueue queue, List<Job> jobs, List<RecurringJob> recurring) {
  static final int CONCURRENCY = 4;

  /// How soon an instance finds a job that another instance has added, or whose pause is over.
  private static final Duration POLL = Duration.ofSeconds(10);

  /// A job of a dead instance is taken over after four heartbeats, and at most two more.
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int MISSED_HEARTBEATS = 4;

  List<Task<?>> once() {
    return jobs.stream().<Task<?>>map(this::task).toList();
  }

  private OneTimeTask<String> task(Job job) {
    JobFailure<String> failure = new JobFailure<>(queue, null, job::givenUp);
    return Tasks.oneTime(job.name(), String.class)
        .onFailure(failure)
        .onDeadExecution(failure)
        .execute((run, context) -> job.run(run.getData()));
  }

  List<RecurringTask<Void>> repeated() {
    return recurring.stream().map(this::task).toList();
  }

  private RecurringTask<Void> task(RecurringJob job) {
    JobFailure<Void> failure = new JobFailure<>(queue, job.every(), none -> {});
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .onFailure(failure)
        .onDeadExecution(failure)
        .execute((run, context) -> job.work().run());
  }

  List<String> atStart() {
    return recurring.stream().filter(RecurringJob::atStart).map(RecurringJob::name).toList();
  }

  /// Configures a scheduler for the table `jobs`.
  static <B extends SchedulerBuilder> B configure(B builder) {
    builder
        .tableName("jobs")
        .jdbcCustomization(new JobColumns())
        .serializer(JobColumns.TEXT)
        .threads(CONCURRENCY)
        .pollUsingFetchAndLockOnExecute(0.5, 1) // fractions of the threads
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .failureLogging(LogLevel.OFF, false); // JobFailure logs them
    return builder;
  }
}
