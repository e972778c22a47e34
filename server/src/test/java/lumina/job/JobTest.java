package lumina.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lumina.stores.AtOnce;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The guarantees of jobs, on both databases and on several instances.
@Tag("cloud")
class JobTest {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration DEAD = JobTasks.HEARTBEAT.multipliedBy(7);

  private final Instance.Time time = new Instance.Time();
  private final Queue<String> done = new ConcurrentLinkedQueue<>();

  private final Queue<String> givenUp = new ConcurrentLinkedQueue<>();

  private record Named(String name, Consumer<String> work, Consumer<String> end) implements Job {
    @Override
    public void givenUp(String payload) {
      end.accept(payload);
    }

    @Override
    public void run(String payload) {
      work.accept(payload);
    }
  }

  private Instance instance(SqlDatabase database, Consumer<String> work) {
    return Instance.of(database, time, List.of(new Named("work", work, givenUp::add)));
  }

  @AfterEach
  void forget() {
    for (SqlDatabase database : SqlDatabase.values()) {
      database.get(JdbcClient.class).sql("DELETE FROM jobs").update();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_job_is_done_once_though_several_instances_look_for_it(SqlDatabase database) {
    List<Instance> instances =
        IntStream.range(0, 3).mapToObj(i -> instance(database, done::add)).toList();
    List<String> jobs = IntStream.range(0, 8).mapToObj(String::valueOf).toList();
    jobs.forEach(job -> instances.getFirst().queue().add("work", job));
    for (int round = 0; round < jobs.size(); round++) {
      assertThat(AtOnce.failures(AtOnce.all(instances.stream().map(JobTest::looking).toList())))
          .isEmpty();
    }
    assertThat(done).containsExactlyInAnyOrderElementsOf(jobs);
    assertThat(instances.getFirst().queue().list()).isEmpty();
  }

  private static Callable<Boolean> looking(Instance instance) {
    return () -> {
      instance.look();
      return true;
    };
  }

  @ParameterizedTest
  @EnumSource
  void a_job_is_done_by_another_instance_when_the_heartbeat_of_the_first_is_missed(
      SqlDatabase database) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Instance hanging =
        instance(
            database,
            payload -> {
              begun.countDown();
              awaited(end);
            });
    Instance other = instance(database, done::add);
    hanging.queue().add("work", "heavy");
    Thread thread = Thread.ofVirtual().start(hanging::look);
    begun.await();

    other.takeOver();
    assertThat(done).as("as long as it may be alive").isEmpty();
    time.passes(DEAD);
    other.takeOver();
    assertThat(done).containsExactly("heavy");
    end.countDown();
    thread.join();
    assertThat(other.queue().list()).isEmpty();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_job_that_fails_is_tried_after_growing_pauses_then_kept_until_somebody_retries_it(
      SqlDatabase database) {
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger working = new AtomicInteger(Integer.MAX_VALUE);
    Instance instance =
        instance(
            database,
            payload -> {
              if (tries.incrementAndGet() < working.get()) {
                throw new IllegalStateException("the disk is full");
              }
            });
    instance.queue().add("work", "payload");
    instance.look();
    instance.look();
    assertThat(tries).as("it waits before the second time").hasValue(1);
    time.passes(Duration.ofSeconds(10));
    instance.look();
    assertThat(tries).hasValue(2);
    assertThat(givenUp).isEmpty();
    for (int i = 0; i < 2 * JobFailure.TRIES; i++) {
      time.passes(LONGEST_PAUSE);
      instance.look();
    }
    assertThat(tries).hasValue(JobFailure.TRIES);

    JobQueue.Entry dead = instance.queue().list().getFirst();
    assertThat(dead.isDead()).isTrue();
    assertThat(dead.payload()).isEqualTo("payload");
    assertThat(dead.error()).contains("the disk is full");
    assertThat(givenUp).containsExactly("payload");

    working.set(0);
    assertThat(instance.queue().retry(dead.id())).isTrue();
    instance.look();
    assertThat(instance.queue().list()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_job_that_is_postponed_runs_later_and_has_not_failed(SqlDatabase database) {
    AtomicInteger tries = new AtomicInteger();
    Instance instance =
        instance(
            database,
            payload -> {
              if (tries.incrementAndGet() <= 2 * JobFailure.TRIES) {
                throw new JobPostponed("busy");
              }
            });
    instance.queue().add("work", "payload");
    for (int i = 0; i < 2 * JobFailure.TRIES; i++) {
      instance.look();
      assertThat(instance.queue().list())
          .singleElement()
          .satisfies(job -> assertThat(job.failures()).isZero());
      assertThat(instance.queue().payloads("work")).containsExactly("payload");
      time.passes(Duration.ofSeconds(30));
    }
    instance.look();
    assertThat(instance.queue().list()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_job_that_takes_its_instance_along_each_time_is_given_up(SqlDatabase database) {
    Instance instance = instance(database, payload -> {});
    instance.queue().add("work", "deadly");
    JdbcClient sql = database.get(JdbcClient.class);
    for (int i = 0; i < JobFailure.TRIES; i++) {
      sql.sql("UPDATE jobs SET picked = 1, picked_by = 'poor', last_heartbeat = :now")
          .param("now", time.millis())
          .update();
      time.passes(DEAD);
      instance.scheduler().runDeadExecutionDetection();
    }
    JobQueue.Entry dead = instance.queue().list().getFirst();
    assertThat(dead.isDead()).isTrue();
    assertThat(dead.error()).contains("poor died while it ran the job");
  }

  @ParameterizedTest
  @EnumSource
  void a_job_of_a_transaction_that_is_rolled_back_is_never_done(SqlDatabase database) {
    JobQueue queue = instance(database, done::add).queue();
    database
        .transaction()
        .executeWithoutResult(
            transaction -> {
              queue.add("work", "never");
              transaction.setRollbackOnly();
            });
    assertThat(queue.list()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_recurring_job_is_done_once_a_period_by_all_instances_together(SqlDatabase database) {
    RecurringJob sweep = new RecurringJob("sweep", Duration.ofHours(1), () -> done.add("swept"));
    Instance here = Instance.of(database, time, List.of(), sweep);
    Instance there = Instance.of(database, time, List.of(), sweep);
    for (int period = 1; period <= 3; period++) {
      here.look();
      there.look();
      assertThat(done).hasSize(period);
      time.passes(Duration.ofHours(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_recurring_job_that_fails_is_done_again_in_the_next_period_for_ever(SqlDatabase database) {
    RecurringJob sweep =
        new RecurringJob(
            "sweep",
            Duration.ofMinutes(1),
            () -> {
              done.add("tried");
              throw new IllegalStateException("no luck");
            });
    Instance instance = Instance.of(database, time, List.of(), sweep);
    for (int i = 0; i < 2 * JobFailure.TRIES; i++) {
      instance.look();
      time.passes(Duration.ofMinutes(1));
    }
    assertThat(done).hasSize(2 * JobFailure.TRIES);
    JobQueue.Entry entry = instance.queue().list().getFirst();
    assertThat(entry.id()).isEqualTo("sweep");
    assertThat(entry.error()).contains("no luck");
  }

  @ParameterizedTest
  @EnumSource
  void a_recurring_job_that_an_upgrade_may_need_does_not_wait_for_its_period(SqlDatabase database) {
    RecurringJob index =
        new RecurringJob("index", Duration.ofHours(1), true, () -> done.add("indexed"));
    Instance instance = Instance.of(database, time, List.of(), index);
    instance.look();
    instance.queue().hasten(List.of("index"));
    instance.look();
    assertThat(done).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void a_recurring_job_is_done_once_more_when_somebody_asks_for_it_by_its_name(
      SqlDatabase database) {
    RecurringJob sweep = new RecurringJob("sweep", Duration.ofHours(1), () -> done.add("swept"));
    Instance instance = Instance.of(database, time, List.of(), sweep);
    instance.look();
    assertThat(instance.queue().retry("sweep")).isTrue();
    assertThat(instance.queue().retry("sweep-2")).isFalse();
    instance.look();
    assertThat(done).hasSize(2);
    time.passes(Duration.ofMinutes(59));
    instance.look();
    assertThat(done).as("its period begins anew").hasSize(2);
    time.passes(Duration.ofMinutes(1));
    instance.look();
    assertThat(done).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_that_runs_is_listed_so_and_not_retried(SqlDatabase database) {
    AtomicReference<JobQueue> queue = new AtomicReference<>();
    Instance instance =
        instance(
            database,
            payload -> {
              JobQueue.Entry running = queue.get().list().getFirst();
              assertThat(running.runsAt()).isNotNull();
              assertThat(queue.get().retry(running.id())).isFalse();
              done.add(payload);
            });
    queue.set(instance.queue());
    instance.queue().add("work", "payload");
    assertThat(instance.queue().list().getFirst().runsAt()).isNull();
    instance.look();
    assertThat(done).containsExactly("payload");
    assertThat(instance.queue().list()).isEmpty();
  }
}
