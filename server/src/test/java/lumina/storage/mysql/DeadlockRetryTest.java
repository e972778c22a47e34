package lumina.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import lumina.account.UserStore;
import lumina.stores.AtOnce;
import lumina.stores.MariaDb;
import lumina.stores.SqlDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("cloud")
class DeadlockRetryTest {
  private final MariaDb server = MariaDb.shared();
  private final ConfigurableApplicationContext context =
      SqlDatabase.start(List.of(Crossing.class), server.settings(server.newDatabase()));
  private final Crossing crossing = context.getBean(Crossing.class);
  private final JdbcClient sql = context.getBean(JdbcClient.class);

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void zero() {
    crossing.tries().set(0);
    sql.sql("UPDATE event_counters SET last = 0").update();
    sql.sql("INSERT IGNORE INTO event_counters VALUES (1, 0), (2, 0)").update();
  }

  @Test
  void of_two_transactions_that_wait_for_each_other_one_is_run_anew() {
    CyclicBarrier halfWay = new CyclicBarrier(2);
    var deeds =
        AtOnce.all(
            List.of(
                () -> crossing.raise(1, 2, halfWay, null),
                () -> crossing.raise(2, 1, halfWay, null)));
    assertThat(AtOnce.failures(deeds)).isEmpty();
    assertThat(crossing.tries()).hasValue(3);
    assertThat(counters()).containsExactly(2L, 2L);
  }

  @Test
  void a_part_of_a_transaction_is_not_run_anew_by_itself() {
    CyclicBarrier halfWay = new CyclicBarrier(2);
    TransactionTemplate outer =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    var deeds =
        AtOnce.all(
            List.of(
                () -> outer.execute(tx -> crossing.raise(1, 2, halfWay, null)),
                () -> outer.execute(tx -> crossing.raise(2, 1, halfWay, null))));
    assertThat(AtOnce.failures(deeds))
        .singleElement()
        .isInstanceOf(ConcurrencyFailureException.class);
    assertThat(crossing.tries()).hasValue(2);
    assertThat(counters()).containsExactly(1L, 1L);
  }

  @Test
  void what_fails_again_and_again_fails_after_five_more_tries() {
    ConcurrencyFailureException always = new ConcurrencyFailureException("again");
    assertThatThrownBy(() -> crossing.raise(1, 2, null, always)).isSameAs(always);
    assertThat(crossing.tries()).hasValue(6);
    assertThat(counters()).containsExactly(0L, 0L);
  }

  @Test
  void another_failure_is_not_tried_again() {
    IllegalStateException bug = new IllegalStateException();
    assertThatThrownBy(() -> crossing.raise(1, 2, null, bug)).isSameAs(bug);
    assertThat(crossing.tries()).hasValue(1);
  }

  @Test
  void reading_is_not_tried_again() {
    ConcurrencyFailureException locked = new ConcurrencyFailureException("locked");
    assertThatThrownBy(() -> crossing.read(locked)).isSameAs(locked);
    assertThat(crossing.tries()).hasValue(1);
    assertThat(context.getBean(UserStore.class).find(1)).isEmpty();
  }

  private List<Long> counters() {
    return sql.sql("SELECT last FROM event_counters WHERE user_id > 0 ORDER BY user_id")
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /// Writes two rows in an order that provokes a deadlock.
  static class Crossing {
    private final AtomicInteger tries = new AtomicInteger();
    private final JdbcClient sql;

    Crossing(JdbcClient sql) {
      this.sql = sql;
    }

    AtomicInteger tries() {
      return tries;
    }

    @Transactional
    Integer raise(
        long first, long second, @Nullable CyclicBarrier halfWay, @Nullable RuntimeException end) {
      int mine = tries.incrementAndGet();
      raise(first);
      if (halfWay != null && mine <= halfWay.getParties()) {
        await(halfWay);
      }
      raise(second);
      if (end != null) {
        throw end;
      }
      return mine;
    }

    @Transactional(readOnly = true)
    void read(RuntimeException end) {
      tries.incrementAndGet();
      throw end;
    }

    private static void await(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    }

    private void raise(long person) {
      sql.sql("UPDATE event_counters SET last = last + 1 WHERE user_id = :person")
          .param("person", person)
          .update();
    }
  }
}
