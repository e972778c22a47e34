package lumina.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Has jobs done by this instance as long as it serves; not where a command runs.
@Component
@ConditionalOnMissingBean(name = "offline")
class JobScheduler implements SmartLifecycle {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("job-", 0).factory();
  private static final Duration FAREWELL = Duration.ofSeconds(4);

  private final JobQueue queue;
  private final JobTasks tasks;
  private final Scheduler scheduler;

  JobScheduler(
      DataSource database,
      JobQueue queue,
      ObjectProvider<Job> jobs,
      ObjectProvider<RecurringJob> recurring,
      Clock clock) {
    this.queue = queue;
    tasks = new JobTasks(queue, jobs.stream().toList(), recurring.stream().toList());
    scheduler =
        JobTasks.configure(Scheduler.create(database, tasks.once()))
            .startTasks(tasks.repeated())
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed(instance()))
            .executorService(Executors.newFixedThreadPool(JobTasks.CONCURRENCY, THREADS))
            .dueExecutor(Executors.newSingleThreadExecutor(THREADS))
            .housekeeperExecutor(Executors.newScheduledThreadPool(2, THREADS))
            .shutdownMaxWait(FAREWELL)
            .build();
  }

  private static String instance() {
    return System.getenv().getOrDefault("HOSTNAME", "localhost")
        + ":"
        + ProcessHandle.current().pid();
  }

  @Override
  public void start() {
    queue.hasten(tasks.atStart());
    scheduler.start();
  }

  @Override
  public boolean isRunning() {
    return scheduler.getSchedulerState().isStarted()
        && !scheduler.getSchedulerState().isShuttingDown();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void look(JobQueue.Added job) {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }
}
