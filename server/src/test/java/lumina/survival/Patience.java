package lumina.survival;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import lumina.Answer;

/// Repeats a request until it is answered, as a good client does, and measures how long that takes.
final class Patience {
  private static final Set<Integer> LATER = Set.of(423, 429, 503);
  private static final Duration GIVES_UP = Duration.ofMinutes(10);
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();

  /// @throws AssertionError if it is refused, or not answered for long
  Answer ask(Supplier<Answer> request) {
    return succeeded(answer(request));
  }

  /// What is gone already needs no removal: the first answer was lost.
  void askToRemove(Supplier<Answer> request) {
    Answer answer = answer(request);
    if (answer.status() != 404) {
      var _ = succeeded(answer);
    }
  }

  private Answer answer(Supplier<Answer> request) {
    long start = System.nanoTime();
    String last = "";
    while (true) {
      try {
        Answer answer = request.get();
        if (!isLater(answer)) {
          longest.accumulate(System.nanoTime() - start);
          answered();
          return answer;
        }
        last = answer.text();
      } catch (UncheckedIOException dead) {
        last = String.valueOf(dead.getCause());
      }
      if (System.nanoTime() - start > GIVES_UP.toNanos()) {
        throw new AssertionError("No answer, but " + last);
      }
      pause();
    }
  }

  /// Whether the request is to be repeated.
  static boolean isLater(Answer answer) {
    return LATER.contains(answer.status());
  }

  private static Answer succeeded(Answer answer) {
    if (answer.status() >= 400) {
      throw new AssertionError(answer.response().request() + ": " + answer.text());
    }
    return answer;
  }

  /// A request was answered that nobody repeats here.
  void answered() {
    answered.incrementAndGet();
  }

  void pause() {
    repeated.incrementAndGet();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
  }

  /// The longest time until an answer, since this was last asked.
  Duration longest() {
    return Duration.ofNanos(longest.getThenReset());
  }

  /// Waits until this many more requests are answered, a minute at most.
  void awaitAnswers(int more) {
    long until = answered.get() + more;
    long start = System.nanoTime();
    while (answered.get() < until && System.nanoTime() - start < AT_MOST.toNanos()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  long repeated() {
    return repeated.get();
  }
}
