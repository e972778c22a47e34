package lumina.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Runs jobs on this instance while it serves; not in a command.
@Component
@ConditionalOnMissingBean(name = "offline")
class JobScheduler implements SmartLifecycle {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("job-", 0).factory();
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(4);

  private final DataSource database;
  private final JobQueue queue;
  private final JobTasks tasks;
  private final Clock clock;
  private volatile @Nullable Scheduler running;

  JobScheduler(
      DataSource database,
      JobQueue queue,
      ObjectProvider<Job> jobs,
      ObjectProvider<RecurringJob> recurring,
      Clock clock) {
    this.database = database;
    this.queue = queue;
    tasks = new JobTasks(queue, jobs.stream().toList(), recurring.stream().toList());
    this.clock = clock;
  }

  /// Creates a new scheduler each time: db-scheduler cannot start again after it stopped.
  @Override
  public void start() {
    queue.hasten(tasks.atStart());
    Scheduler scheduler = scheduler();
    scheduler.start();
    running = scheduler;
  }

  private Scheduler scheduler() {
    return JobTasks.configure(Scheduler.create(database, tasks.once()))
        .startTasks(tasks.repeated())
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed(instance()))
        .executorService(Executors.newFixedThreadPool(JobTasks.CONCURRENCY, THREADS))
        .dueExecutor(Executors.newSingleThreadExecutor(THREADS))
        .housekeeperExecutor(Executors.newScheduledThreadPool(2, THREADS))
        .shutdownMaxWait(SHUTDOWN_TIMEOUT)
        .build();
  }

  private static String instance() {
    return System.getenv().getOrDefault("HOSTNAME", "localhost")
        + ":"
        + ProcessHandle.current().pid();
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void look(JobQueue.Added job) {
    Scheduler scheduler = running;
    if (scheduler != null) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  @Override
  public void stop() {
    Scheduler scheduler = running;
    if (scheduler != null) {
      running = null;
      scheduler.stop();
    }
  }
}
