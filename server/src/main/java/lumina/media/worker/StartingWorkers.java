package lumina.media.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The workers of an engine that is started while others ask for them already.
final class StartingWorkers {
  private static final Duration MAX_WAIT = Duration.ofSeconds(20);
  private final CompletableFuture<WorkerPool> pool = new CompletableFuture<>();

  /// @throws EngineUnavailable if they cannot be started; whoever waits is told so, too
  void start(Supplier<WorkerPool> start) {
    try {
      pool.complete(start.get());
    } catch (EngineUnavailable refused) {
      pool.completeExceptionally(refused);
      throw refused;
    }
  }

  /// Waits until they are started.
  ///
  /// @throws EngineUnavailable if they are not
  WorkerPool get() {
    try {
      return pool.get(MAX_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException notStarted) {
      throw new EngineUnavailable("The image engine has not been started.", notStarted);
    }
  }

  Optional<WorkerPool> now() {
    return pool.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.ofNullable(pool.getNow(null));
  }

  /// Ends them, also if they are started later.
  void close() {
    var _ = pool.thenAccept(WorkerPool::close);
  }
}
