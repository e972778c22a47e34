package lumina;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Requests that are sent at the same time.
public final class AtOnce {
  private AtOnce() {}

  /// @param request takes the number of the request, from 0 on
  /// @return the answers, in the order of the numbers
  public static List<Answer> send(int times, IntFunction<Answer> request) {
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, times).forEach(i -> answers.add(people.submit(() -> request.apply(i))));
    }
    return answers.stream().map(Future::resultNow).toList();
  }
}
