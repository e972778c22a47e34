package lumina.media.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Kills workers that take too much time for one picture. The limit of a picture is in processor
/// time, which passes more slowly than the clock on a busy machine.
record WorkerWatch(ScheduledExecutorService clock, WorkerPool.Limits limits) {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final long LOOKS = 100; // interval in milliseconds
  private static final int KILLED = 128 + 9;

  /// Watches a worker while it loads its engine.
  Guard overStart(Process process) {
    return new Guard(clock, process, TO_START, TO_START);
  }

  /// Watches a worker while it makes a picture.
  Guard over(Process process) {
    return new Guard(clock, process, limits.processor(), limits.wall());
  }

  /// Watches the process during one answer.
  static final class Guard implements Runnable {
    private final Process process;
    private final Duration mostOfProcessor;
    private final Duration longest;
    private final Duration before;
    private final long since = System.nanoTime();
    private final ScheduledFuture<?> looking;
    private volatile WorkerLost.@Nullable Reason ended;

    private Guard(
        ScheduledExecutorService clock,
        Process process,
        Duration mostOfProcessor,
        Duration longest) {
      this.process = process;
      this.mostOfProcessor = mostOfProcessor;
      this.longest = longest;
      this.before = processor();
      this.looking = clock.scheduleAtFixedRate(this, LOOKS, LOOKS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      if (!process.isAlive()) {
        return;
      }
      if (processor().minus(before).compareTo(mostOfProcessor) > 0) {
        end(WorkerLost.Reason.COSTLY);
      } else if (elapsed().compareTo(longest) > 0) {
        end(WorkerLost.Reason.STALLED);
      }
    }

    /// Elapsed time replaces processor time if the system does not report it.
    private Duration processor() {
      return process.info().totalCpuDuration().orElseGet(this::elapsed);
    }

    private Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - since);
    }

    private void end(WorkerLost.Reason reason) {
      ended = reason;
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }

    void leave() {
      looking.cancel(false);
    }

    /// Why the worker ended.
    WorkerLost.Reason reason() {
      if (ended != null) {
        return ended;
      }
      try {
        boolean killed = process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == KILLED;
        return killed ? WorkerLost.Reason.KILLED : WorkerLost.Reason.DIED;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return WorkerLost.Reason.STALLED;
      }
    }
  }
}
