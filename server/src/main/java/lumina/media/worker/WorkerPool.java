package lumina.media.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import lumina.media.process.Confinement;
import lumina.media.worker.EngineFiles.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs at most two workers behind a fair queue: one is kept warm, the other starts when there is
/// work for two. Pictures that take seconds use at most one worker, so that all others get through.
public final class WorkerPool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);
  private static final int WORKERS = 2;
  private static final Duration MAX_WAIT = Duration.ofSeconds(45);
  private static final Duration SLOWED = Duration.ofMinutes(10);

  private final Engine engine;
  private final Path folder;
  private final Limits limits;
  private final FairQueue turns = new FairQueue(WORKERS, SLOWED);
  private final FairQueue heavyTurns = new FairQueue(WORKERS - 1, SLOWED);
  private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("image-workers").factory());
  private final LongAdder made = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private volatile boolean closed;
  private volatile boolean confined;

  /// @param processor processor time after which a worker is killed: the picture is to blame
  /// @param wall elapsed time after which a worker is killed: the picture may be good, and the
  ///   machine busy
  /// @param jobsPerWorker number of pictures after which a worker is replaced, so that leaks cannot
  ///   pile up
  /// @param idle time without work after which a worker ends
  /// @param standby number of workers that are kept even if idle
  public record Limits(
      Duration processor, Duration wall, int jobsPerWorker, Duration idle, int standby) {
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(15), Duration.ofSeconds(60), 1000, Duration.ofSeconds(60), 1);
  }

  WorkerPool(Engine engine, Path folder, Limits limits) {
    this.engine = engine;
    this.folder = folder;
    this.limits = limits;
    long period = limits.idle().toMillis();
    var _ = clock.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
  }

  /// Tries the engine with a first worker, which is kept only if one is to stand by.
  ///
  /// @throws EngineUnavailable if it cannot load its engine
  void start() {
    WorkerProcess first = newWorker();
    if (limits.standby() > 0) {
      idle.addFirst(first);
    } else {
      first.close();
    }
  }

  private void warmUp() {
    if (idle.isEmpty() && !closed) {
      idle.addFirst(newWorker());
    }
  }

  Path library() {
    return engine.library();
  }

  /// Whether its workers can access only their own folders; known once a worker has started.
  boolean isConfined() {
    return confined;
  }

  /// @param person the uploader
  List<String> ask(long person, WorkerJob job) throws WorkerLost {
    turns.take(person, MAX_WAIT);
    try {
      WorkerProcess worker = idleOrNew();
      try {
        List<String> answer = worker.ask(job);
        made.increment();
        return answer;
      } finally {
        giveBack(worker);
      }
    } catch (WorkerLost end) {
      lost.increment();
      if (end.isTheFaultOfThePicture()) {
        turns.slowDown(person);
        heavyTurns.slowDown(person);
      }
      throw end;
    } finally {
      turns.giveBack(person);
    }
  }

  /// For pictures that take seconds: one at a time.
  List<String> askHeavy(long person, WorkerJob job) throws WorkerLost {
    heavyTurns.take(person, MAX_WAIT);
    try {
      return ask(person, job);
    } finally {
      heavyTurns.giveBack(person);
    }
  }

  /// The number of pictures that are being made.
  int busy() {
    return turns.inUse();
  }

  /// The number of pictures that wait for a turn.
  int waiting() {
    return turns.waiting() + heavyTurns.waiting();
  }

  /// The number of answers of workers so far, refusals of pictures included.
  long made() {
    return made.sum();
  }

  /// The number of workers so far that ended while they made a picture.
  long lost() {
    return lost.sum();
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
      WorkerProcess worker =
          new WorkerProcess(engine, new WorkerFolder(folder), new WorkerWatch(clock, limits));
      List<String> greeting = greeting(worker);
      if (WorkerProtocol.READY.equals(greeting.getFirst())) {
        confined = greeting.getLast().equals(Confinement.CONFINED);
        return worker;
      }
      worker.close();
      throw new EngineUnavailable(
          "%s cannot be used (%s). If its disk is mounted with noexec, set LUMINA_CACHE to a folder elsewhere."
              .formatted(engine.library(), greeting.getLast()));
    } catch (WorkerLost | IOException failed) {
      throw new EngineUnavailable("An image worker did not start.", failed);
    }
  }

  private static List<String> greeting(WorkerProcess worker) throws WorkerLost {
    try {
      return worker.greeting();
    } catch (RejectedExecutionException stopping) {
      worker.close();
      throw new EngineUnavailable("The server is stopping.", stopping);
    }
  }

  private void giveBack(WorkerProcess worker) {
    if (worker.isAlive() && worker.done() < limits.jobsPerWorker() && !closed) {
      idle.addFirst(worker);
    } else {
      worker.close();
      Thread.startVirtualThread(this::replace);
    }
  }

  private void replace() {
    try {
      warmUp();
    } catch (EngineUnavailable tryAgain) {
      if (!closed) {
        log.warn("Image worker could not be replaced yet: {}", tryAgain.getMessage());
      }
    }
  }

  /// The worker used last is handed out first, so the one that is idle for longest is at the end.
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
