package lumina.job;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles jobs that failed or whose instance died: retries them after a pause. A job that is not
/// recurring is given up after the last retry, and kept for an operator.
///
/// @param every the fixed pause of a recurring job; null for others, whose pauses grow
/// @param givenUp receives the payload of a job that failed for good
record JobFailure<T>(JobQueue queue, @Nullable Duration every, Consumer<T> givenUp)
    implements FailureHandler<T>, DeadExecutionHandler<T> {
  private static final Logger log = LoggerFactory.getLogger(JobFailure.class);

  /// These take about three hours with the pauses between them: enough to repair a store that is
  /// down.
  static final int TRIES = 12;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration POSTPONEMENT = Duration.ofSeconds(30);
  private static final Duration MAX_PAUSE = Duration.ofHours(1);
  private static final int MAX_ERROR_LENGTH = 2_000;

  @Override
  public void onFailure(ExecutionComplete failed, ExecutionOperations<T> operations) {
    Throwable cause = failed.getCause().orElseThrow();
    if (cause instanceof JobPostponed) {
      queue.postpone(failed.getExecution(), failed.getTimeDone().plus(POSTPONEMENT));
      return;
    }
    Instant next = failed.getTimeDone().plus(pause(failed.getExecution()));
    again(failed, operations, cause, String.valueOf(cause), next);
  }

  /// Counts as a failure, since a job that dies with its instance again and again may be what kills
  /// it.
  @Override
  public void deadExecution(ExecutionComplete dead, ExecutionOperations<T> operations) {
    String error = "Instance %s died while it ran the job".formatted(dead.getExecution().pickedBy);
    again(dead, operations, null, error, dead.getTimeDone());
  }

  private void again(
      ExecutionComplete run,
      ExecutionOperations<T> operations,
      @Nullable Throwable cause,
      String error,
      Instant next) {
    Execution job = run.getExecution();
    int failures = job.consecutiveFailures + 1;
    boolean dead = every == null && failures >= TRIES;
    queue.note(job, Text.cut(error, MAX_ERROR_LENGTH));
    operations.reschedule(run, dead ? JobQueue.NEVER : next);
    if (dead) {
      log.error(
          "Job {} failed {} times, no more retries; see bin/lumina jobs: {}",
          job.taskInstance.getTaskAndInstance(),
          failures,
          error,
          cause);
      tell(job);
    } else {
      log.warn(
          "Job {} failed, retry at {}: {}",
          job.taskInstance.getTaskAndInstance(),
          next,
          error,
          cause);
    }
  }

  @SuppressWarnings("unchecked") // the handler of a task receives its own data
  private void tell(Execution job) {
    try {
      givenUp.accept((T) job.taskInstance.getData());
    } catch (RuntimeException failed) {
      log.error("Job {} cannot be given up", job.taskInstance.getTaskAndInstance(), failed);
    }
  }

  private Duration pause(Execution job) {
    return every == null ? pause(job.consecutiveFailures) : every;
  }

  /// Doubles each time, minus a random part of up to half: jobs that failed together are not
  /// retried together.
  private static Duration pause(int failures) {
    long most = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures, TRIES), MAX_PAUSE.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }
}
