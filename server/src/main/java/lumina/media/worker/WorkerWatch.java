package lumina.media.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends workers that take too much for one picture. What counts against a picture is the time of
/// the processor that it took: on a busy machine that passes more slowly than the clock.
record WorkerWatch(ScheduledExecutorService clock, WorkerPool.Limits limits) {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final long LOOKS = 100; // milliseconds from one to the next
  private static final int KILLED = 128 + 9;

  /// While it loads its engine.
  Guard overStart(Process process) {
    return new Guard(clock, process, TO_START, TO_START);
  }

  /// While it works on a picture.
  Guard over(Process process) {
    return new Guard(clock, process, limits.processor(), limits.wall());
  }

  /// One answer that is waited for.
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

    /// Where the system does not tell, the clock's time is taken for the processor's.
    private Duration processor() {
      return process.info().totalCpuDuration().orElseGet(this::elapsed);
    }

    private Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - since);
    }

    private void end(WorkerLost.Reason reason) {
      ended = reason;
      process.destroyForcibly();
    }

    void leave() {
      looking.cancel(false);
    }

    /// Why it is gone.
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
