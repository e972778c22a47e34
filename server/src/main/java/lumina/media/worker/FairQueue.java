package lumina.media.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Shares a few turns fairly among many people. Each person moves to the end after a turn, and gets
/// a second turn at the same time only if nobody without one waits. A slowed person comes after all
/// others, with one turn at a time.
final class FairQueue {
  private static final int MAX_QUEUED = 512;
  private static final int MAX_QUEUED_PER_PERSON = 128;

  private final Duration slowedFor;
  private final Lock lock = new ReentrantLock();

  /// The waiting requests by person, the next person first. Each request waits at its own gate.
  private final Map<Long, Deque<CountDownLatch>> waiting = new LinkedHashMap<>();

  private final Map<Long, Integer> taken = new HashMap<>();
  private final Map<Long, Long> slowedUntil = new HashMap<>();
  private int free;

  FairQueue(int turns, Duration slowedFor) {
    this.free = turns;
    this.slowedFor = slowedFor;
  }

  /// Waits for a turn, which the caller then gives back.
  ///
  /// @throws EngineUnavailable if the wait takes longer, or too many requests are waiting
  void take(long person, Duration longest) {
    CountDownLatch gate = enqueue(person);
    boolean opened = false;
    try {
      opened = gate.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    if (!opened && leave(person, gate)) {
      throw new EngineUnavailable("Pictures have been waiting for too long.");
    }
  }

  private CountDownLatch enqueue(long person) {
    lock.lock();
    try {
      Deque<CountDownLatch> own = waiting.computeIfAbsent(person, _ -> new ArrayDeque<>());
      int all = waiting.values().stream().mapToInt(Deque::size).sum();
      if (own.size() >= MAX_QUEUED_PER_PERSON || all >= MAX_QUEUED) {
        throw new EngineUnavailable("Too many pictures are waiting.");
      }
      CountDownLatch gate = new CountDownLatch(1);
      own.add(gate);
      serve();
      return gate;
    } finally {
      lock.unlock();
    }
  }

  /// @return false if the turn came at the last moment
  private boolean leave(long person, CountDownLatch gate) {
    lock.lock();
    try {
      Deque<CountDownLatch> own = waiting.getOrDefault(person, new ArrayDeque<>());
      boolean waited = own.remove(gate);
      if (own.isEmpty()) {
        waiting.remove(person);
      }
      return waited;
    } finally {
      lock.unlock();
    }
  }

  void giveBack(long person) {
    lock.lock();
    try {
      free++;
      taken.computeIfPresent(person, (_, turns) -> turns > 1 ? turns - 1 : null);
      serve();
    } finally {
      lock.unlock();
    }
  }

  /// Slows down a person whose turn was wasted.
  void slowDown(long person) {
    lock.lock();
    try {
      slowedUntil.values().removeIf(until -> until <= System.nanoTime());
      slowedUntil.put(person, System.nanoTime() + slowedFor.toNanos());
    } finally {
      lock.unlock();
    }
  }

  private void serve() {
    for (Optional<Long> next = next(); free > 0 && next.isPresent(); next = next()) {
      long person = next.get();
      Deque<CountDownLatch> own = Objects.requireNonNull(waiting.remove(person));
      own.remove().countDown();
      if (!own.isEmpty()) {
        waiting.put(person, own);
      }
      taken.merge(person, 1, Integer::sum);
      free--;
    }
  }

  private Optional<Long> next() {
    return first(who().filter(person -> !taken.containsKey(person) && !isSlowed(person)))
        .or(() -> first(who().filter(person -> !taken.containsKey(person))))
        .or(() -> first(who().filter(person -> !isSlowed(person))));
  }

  private Stream<Long> who() {
    return waiting.keySet().stream();
  }

  private static Optional<Long> first(Stream<Long> people) {
    return people.findFirst();
  }

  private boolean isSlowed(long person) {
    Long until = slowedUntil.get(person);
    return until != null && until > System.nanoTime();
  }

  int waiting() {
    lock.lock();
    try {
      return waiting.values().stream().mapToInt(Deque::size).sum();
    } finally {
      lock.unlock();
    }
  }

  int inUse() {
    lock.lock();
    try {
      return taken.values().stream().mapToInt(Integer::intValue).sum();
    } finally {
      lock.unlock();
    }
  }
}
