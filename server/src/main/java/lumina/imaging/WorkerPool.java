package lumina.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lumina.imaging.EngineFiles.Engine;

/// At most two workers, and a fair queue before them: one is kept warm, the other comes when there
/// is work for two.
final class WorkerPool implements AutoCloseable {
  private static final int WORKERS = 2;
  private static final int LONGEST_QUEUE = 256;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration TO_START = Duration.ofSeconds(15);

  private final Path program;
  private final Engine engine;
  private final Path folder;
  private final Limits limits;
  private final Semaphore turns = new Semaphore(WORKERS, true);
  private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("image-workers").factory());
  private volatile boolean closed;

  /// @param perJob after this long a worker is killed
  /// @param jobsPerWorker after so many a worker is replaced, so that nothing can pile up in it
  /// @param idle after this long without work a worker ends
  /// @param standby so many workers are kept all the same
  record Limits(Duration perJob, int jobsPerWorker, Duration idle, int standby) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(15), 1000, Duration.ofSeconds(60), 1);

    Limits withoutStandby() {
      return new Limits(perJob, jobsPerWorker, idle, 0);
    }
  }

  WorkerPool(Path program, Engine engine, Path folder, Limits limits) {
    this.program = program;
    this.engine = engine;
    this.folder = folder;
    this.limits = limits;
    long period = limits.idle().toMillis();
    var _ = clock.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
  }

  /// Starts the first worker.
  ///
  /// @throws EngineUnavailable when it cannot load its engine
  void warmUp() {
    if (idle.isEmpty() && !closed) {
      idle.addFirst(newWorker());
    }
  }

  Path library() {
    return engine.library();
  }

  List<String> ask(String job) throws WorkerLost {
    takeTurn();
    try {
      WorkerProcess worker = idleOrNew();
      try {
        return worker.ask(job, limits.perJob());
      } finally {
        giveBack(worker);
      }
    } finally {
      turns.release();
    }
  }

  /// How many pictures are being made.
  int busy() {
    return WORKERS - turns.availablePermits();
  }

  private void takeTurn() {
    if (turns.getQueueLength() >= LONGEST_QUEUE) {
      throw new EngineUnavailable("Too many pictures are waiting.");
    }
    try {
      if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EngineUnavailable("Pictures have been waiting for too long.");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailable("The server is stopping.", stopping);
    }
  }

  private WorkerProcess idleOrNew() {
    for (WorkerProcess worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
      if (worker.isAlive()) {
        return worker;
      }
    }
    return newWorker();
  }

  private WorkerProcess newWorker() {
    if (closed) {
      throw new EngineUnavailable("The server is stopping.");
    }
    try {
      WorkerProcess worker = new WorkerProcess(program, engine, folder, clock);
      List<String> greeting = worker.greeting(TO_START);
      if (WorkerProtocol.READY.equals(greeting.getFirst())) {
        return worker;
      }
      worker.close();
      throw new EngineUnavailable(engine.library() + " will not do: " + greeting.getLast());
    } catch (WorkerLost | IOException failed) {
      throw new EngineUnavailable("An image worker did not start.", failed);
    }
  }

  private void giveBack(WorkerProcess worker) {
    if (worker.isAlive() && worker.done() < limits.jobsPerWorker() && !closed) {
      idle.addFirst(worker);
    } else {
      worker.close();
      clock.execute(this::warmUp);
    }
  }

  /// The queue hands out the worker that was used last, so the one that is idle too long is at its
  /// end.
  private void endIdle() {
    WorkerProcess last = idle.size() > limits.standby() ? idle.pollLast() : null;
    if (last == null) {
      return;
    }
    if (last.idle().compareTo(limits.idle()) >= 0) {
      last.close();
    } else {
      idle.addLast(last);
    }
  }

  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    idle.forEach(WorkerProcess::close);
  }
}
