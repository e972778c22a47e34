package lumina.account.credential;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lumina.http.Caller;
import lumina.http.problem.Problem;

/// Limits expensive work: a few tasks run at once, some wait, the others are refused. One network
/// never takes more than half of the places, and a task is skipped if its client disconnected.
final class HashingQueue {
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);
  private final Semaphore working;
  private final Semaphore places;
  private final int capacity;
  private final ConcurrentMap<String, Integer> byNetwork = new ConcurrentHashMap<>();

  HashingQueue(int atOnce, int places) {
    this.working = new Semaphore(atOnce, true);
    this.places = new Semaphore(places);
    this.capacity = places;
  }

  /// @throws Problem.TooMany if too many tasks from this network wait
  /// @throws Problem.Unavailable if too many tasks wait, or this one waits too long
  <T> T take(Caller caller, Supplier<T> work) {
    String network = caller.network();
    if (byNetwork.merge(network, 1, Integer::sum) > capacity / 2) {
      leave(network);
      throw new Problem.TooMany(
          "too_many_at_once",
          "Many people are logging in from your network right now. Please try again in a moment.",
          Duration.ofSeconds(2));
    }
    try {
      return inPlace(caller, work);
    } finally {
      leave(network);
    }
  }

  /// The number of tasks that run or wait.
  int waiting() {
    return capacity - places.availablePermits();
  }

  private <T> T inPlace(Caller caller, Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw busy();
    }
    try {
      return inTurn(caller, work);
    } finally {
      places.release();
    }
  }

  private <T> T inTurn(Caller caller, Supplier<T> work) {
    boolean waited = !working.tryAcquire();
    if (waited && !acquired()) {
      throw busy();
    }
    try {
      if (waited && caller.gone().getAsBoolean()) {
        throw busy(); // the client has disconnected
      }
      return work.get();
    } finally {
      working.release();
    }
  }

  private boolean acquired() {
    try {
      return working.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void leave(String network) {
    byNetwork.computeIfPresent(network, (n, count) -> count == 1 ? null : count - 1);
  }

  private static Problem busy() {
    return new Problem.Unavailable(
        "busy", "Too many people are logging in right now. Please try again in a moment.");
  }
}
