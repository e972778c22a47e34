package lumina.account.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingQueueTest {
  private final HashingQueue queue = new HashingQueue(1, 4);
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(4);

  @AfterEach
  void goHome() {
    end.countDown();
    people.close();
  }

  private static Caller from(String address) {
    return new Caller(address, null, () -> false);
  }

  private Future<String> come(Caller caller) {
    return people.submit(
        () ->
            queue.take(
                caller,
                () -> {
                  begun.countDown();
                  await(end);
                  return "done";
                }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Starts a caller and waits until it is in the queue.
  private void comeAndStay(Caller caller) {
    long before = queue.waiting();
    var _ = come(caller);
    while (queue.waiting() == before) {
      Thread.onSpinWait();
    }
  }

  @Test
  void who_finds_no_place_is_sent_away_at_once() {
    for (int i = 1; i <= 4; i++) {
      comeAndStay(from("192.0.2." + i));
    }
    assertThatThrownBy(() -> queue.take(from("192.0.2.9"), () -> "done"))
        .isInstanceOf(Problem.Unavailable.class);
  }

  @Test
  void one_network_takes_half_of_the_places_at_most() throws Exception {
    comeAndStay(from("2001:db8::1"));
    comeAndStay(from("2001:db8::2"));
    assertThatThrownBy(() -> queue.take(from("2001:db8::3"), () -> "done"))
        .isInstanceOf(Problem.TooMany.class);
    Future<String> other = come(from("2001:db8:1::"));
    end.countDown();
    assertThat(other.get()).isEqualTo("done");
    assertThat(queue.take(from("2001:db8::3"), () -> "done")).isEqualTo("done");
  }

  @Test
  void who_has_gone_meanwhile_costs_nothing() {
    comeAndStay(from("192.0.2.1"));
    Future<String> gone = come(new Caller("192.0.2.2", null, () -> true));
    while (queue.waiting() < 2) {
      Thread.onSpinWait();
    }
    end.countDown();
    assertThatThrownBy(gone::get).hasCauseInstanceOf(Problem.Unavailable.class);
    assertThat(begun.getCount()).isEqualTo(3);
  }
}
