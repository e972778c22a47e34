package lumina.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(60)
class GroupCommitTest {
  /// What was written by each transaction, and the transactions that were committed.
  private static final class Store extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1;
    private final transient List<List<String>> committed = new ArrayList<>();
    private transient List<String> written = new ArrayList<>();
    private boolean broken;

    String write(String word) {
      written.add(word);
      return word;
    }

    @Override
    protected Object doGetTransaction() {
      return this;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      written = new ArrayList<>();
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      if (broken) {
        throw new TransactionSystemException("the disk is full");
      }
      committed.add(written);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }

  private final Store store = new Store();
  private final GroupCommit group = new GroupCommit(new TransactionTemplate(store));
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    requests.close();
  }

  /// Requests these changes while another one is being committed, so that they are one group.
  private List<Future<String>> meanwhile(List<Supplier<String>> changes) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch complete = new CountDownLatch(1);
    Future<String> first =
        requests.submit(
            () ->
                group.run(
                    () -> {
                      begun.countDown();
                      await(complete);
                      return store.write("first");
                    }));
    begun.await();
    AtomicInteger arrived = new AtomicInteger();
    List<Future<String>> all = new ArrayList<>();
    for (Supplier<String> change : changes) {
      all.add(requests.submit(() -> group.run(change)));
      arrived.incrementAndGet();
      while (group.waiting() < arrived.get()) {
        Thread.onSpinWait();
      }
    }
    complete.countDown();
    assertThat(first.get()).isEqualTo("first");
    return all;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Supplier<String> writing(String word) {
    return () -> store.write(word);
  }

  @Test
  void changes_that_come_during_a_commit_are_committed_together_in_their_order() throws Exception {
    List<Future<String>> all = meanwhile(List.of(writing("a"), writing("b"), writing("c")));
    for (int i = 0; i < 3; i++) {
      assertThat(all.get(i).get()).isEqualTo(List.of("a", "b", "c").get(i));
    }
    assertThat(store.committed).containsExactly(List.of("first"), List.of("a", "b", "c"));
  }

  @Test
  void a_change_that_fails_fails_alone() throws Exception {
    List<Future<String>> all =
        meanwhile(
            List.of(
                writing("a"),
                () -> {
                  store.write("b");
                  throw new IllegalStateException("no such photo");
                },
                writing("c")));
    assertThat(all.get(0).get()).isEqualTo("a");
    assertThatThrownBy(() -> all.get(1).get()).hasRootCauseMessage("no such photo");
    assertThat(all.get(2).get()).isEqualTo("c");
    assertThat(store.committed).containsExactly(List.of("first"), List.of("a"), List.of("c"));
  }

  @Test
  void nothing_is_tried_again_whose_commit_failed() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Supplier<String> change =
        () -> {
          store.broken = true;
          return String.valueOf(made.incrementAndGet());
        };
    List<Future<String>> all = meanwhile(List.of(change, change, change));
    for (Future<String> each : all) {
      assertThatThrownBy(each::get).hasRootCauseMessage("the disk is full");
    }
    assertThat(made).hasValue(3);
    store.broken = false;
    assertThat(group.run(writing("later"))).isEqualTo("later");
  }

  @Test
  void an_error_of_the_machine_leaves_nobody_waiting() throws Exception {
    List<Future<String>> all =
        meanwhile(
            List.of(
                () -> {
                  throw new OutOfMemoryError("for the test");
                },
                writing("b")));
    assertThatThrownBy(() -> all.get(0).get()).hasRootCauseMessage("for the test");
    assertThat(all.get(1).get()).isEqualTo("b");
    assertThat(group.run(writing("later"))).isEqualTo("later");
  }

  @Test
  void of_many_changes_at_once_each_is_committed_once() throws Exception {
    List<String> words = IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
    List<Future<String>> all =
        words.stream().map(word -> requests.submit(() -> group.run(writing(word)))).toList();
    for (int i = 0; i < words.size(); i++) {
      assertThat(all.get(i).get()).isEqualTo(words.get(i));
    }
    assertThat(store.committed.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(words);
  }
}
