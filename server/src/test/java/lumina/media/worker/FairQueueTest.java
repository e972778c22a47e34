package lumina.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FairQueueTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final long ANN = 1;
  private static final long BEN = 2;
  private static final long CAT = 3;

  private final FairQueue turns = new FairQueue(2, LONG);
  private final Queue<Long> served = new ConcurrentLinkedQueue<>();

  @Test
  void who_is_alone_has_all_turns() {
    turns.take(ANN, LONG);
    turns.take(ANN, LONG);

    assertThat(turns.inUse()).isEqualTo(2);
  }

  @Test
  void who_has_many_pictures_has_one_turn_while_others_wait() throws Exception {
    turns.take(ANN, LONG);
    turns.take(ANN, LONG);
    List<Future<?>> all = List.of(waits(ANN), waits(ANN), waits(BEN));

    turns.giveBack(ANN);
    all.get(2).get();
    assertThat(served).containsExactly(BEN);
    turns.giveBack(BEN);
    all.get(0).get();
    assertThat(served).containsExactly(BEN, ANN);
  }

  @Test
  void people_are_served_in_turn_however_many_pictures_each_of_them_has() throws Exception {
    FairQueue one = new FairQueue(1, LONG);
    one.take(CAT, LONG);
    List<Future<?>> all =
        List.of(
            waits(one, ANN), waits(one, ANN), waits(one, ANN), waits(one, BEN), waits(one, BEN));
    for (long person : List.of(CAT, ANN, BEN, ANN, BEN)) {
      int before = served.size();
      one.giveBack(person);
      while (served.size() == before) {
        Thread.onSpinWait();
      }
    }
    for (Future<?> each : all) {
      each.get();
    }
    assertThat(served).containsExactly(ANN, BEN, ANN, BEN, ANN);
  }

  @Test
  void who_was_slowed_down_comes_after_others_and_has_one_turn_at_most() throws Exception {
    turns.slowDown(ANN);
    turns.take(ANN, LONG);
    turns.take(BEN, LONG);
    Future<?> second = waits(ANN);
    turns.giveBack(BEN);
    assertThat(turns.inUse()).isEqualTo(1);

    turns.take(BEN, LONG);
    List<Future<?>> others = List.of(waits(CAT));
    turns.giveBack(ANN);
    others.getFirst().get();
    assertThat(served).containsExactly(CAT);
    turns.giveBack(CAT);
    second.get();
  }

  @Test
  void who_waits_too_long_is_told_and_leaves_no_gap() {
    turns.take(ANN, LONG);
    turns.take(BEN, LONG);

    assertThatThrownBy(() -> turns.take(CAT, Duration.ofMillis(1)))
        .isInstanceOf(EngineUnavailable.class);
    turns.giveBack(ANN);
    turns.giveBack(BEN);

    assertThat(turns.inUse()).isZero();
  }

  @Test
  void nobody_fills_the_queue_alone() throws Exception {
    turns.take(ANN, LONG);
    turns.take(ANN, LONG);
    for (int i = 0; i < 128; i++) {
      var _ = waits(ANN);
    }

    assertThatThrownBy(() -> turns.take(ANN, LONG)).isInstanceOf(EngineUnavailable.class);
    Future<?> other = waits(BEN);
    turns.giveBack(ANN);
    other.get();
  }

  private Future<?> waits(long person) {
    return waits(turns, person);
  }

  /// Returns once this person waits in the queue.
  private Future<?> waits(FairQueue turns, long person) {
    FutureTask<?> waiting =
        new FutureTask<>(
            () -> {
              turns.take(person, LONG);
              served.add(person);
              return null;
            });
    Thread thread = Thread.ofPlatform().daemon().start(waiting);
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return waiting;
  }
}
