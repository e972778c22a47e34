package lumina.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs several actions at the same moment.
public final class AtOnce {
  private AtOnce() {}

  /// Starts all of them together and waits for all; the exception of an action is in its future.
  public static <T> List<Future<T>> all(List<? extends Callable<? extends T>> deeds) {
    CyclicBarrier start = new CyclicBarrier(deeds.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
      return deeds.stream()
          .map(
              deed ->
                  threads.<T>submit(
                      () -> {
                        start.await();
                        return deed.call();
                      }))
          .toList();
    }
  }

  /// Runs an action several times together, with its number from 0 on; if some of them fail, so
  /// does this.
  public static <T> List<T> times(int times, IntFunction<? extends T> deed) {
    List<Callable<T>> deeds = new ArrayList<>();
    IntStream.range(0, times).forEach(i -> deeds.add(() -> deed.apply(i)));
    List<Future<T>> done = all(deeds);
    assertThat(failures(done)).isEmpty();
    return done.stream().map(Future::resultNow).toList();
  }

  /// Runs all of them together; if some of them fail, so does this.
  public static void run(Runnable... deeds) {
    assertThat(failures(all(Stream.of(deeds).map(Executors::callable).toList()))).isEmpty();
  }

  /// The number of actions that succeeded.
  public static long succeeded(List<? extends Future<?>> deeds) {
    return deeds.stream().filter(deed -> deed.state() == Future.State.SUCCESS).count();
  }

  /// The exceptions, in the order of their actions.
  public static List<Throwable> failures(List<? extends Future<?>> deeds) {
    return deeds.stream()
        .filter(deed -> deed.state() == Future.State.FAILED)
        .<Throwable>map(Future::exceptionNow)
        .toList();
  }
}
