package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lumina.stores.AtOnce;
import lumina.stores.SqlDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
@Timeout(180)
class EventLogTest {
  private static final int WRITERS = 6;
  private static final int WRITTEN_BY_EACH = 40;
  private static final AtomicInteger NEXT_PERSON = new AtomicInteger(1_000);
  private final SqlDatabase database;
  private final EventLog log;

  EventLogTest(SqlDatabase database) {
    this.database = database;
    this.log = database.get(EventLog.class);
  }

  @Test
  void events_are_read_in_order_from_any_place() {
    long ann = newPerson();
    long bob = newPerson();
    long start = log.last(ann);
    assertThat(log.reaches(ann, start)).isTrue();
    log.write(List.of(news("a 🌊", null, ann, bob), news("b", null, bob), news("c", null, ann)));
    List<Event> read = log.after(ann, start, 10);
    assertThat(read).extracting(Event::data).containsExactly("a 🌊", "c");
    long seen = numbers(read).getFirst();
    assertThat(log.after(ann, seen, 10)).extracting(Event::data).containsExactly("c");
    assertThat(log.after(ann, start, 1)).extracting(Event::data).containsExactly("a 🌊");
    assertThat(log.reaches(ann, seen)).isTrue();
    assertThat(log.reaches(ann, log.last(ann) + 1)).isFalse();
  }

  @Test
  void after_its_counter_was_lost_a_log_goes_on_with_new_numbers() {
    long ann = newPerson();
    log.write(List.of(news("a", null, ann)));
    long seen = log.last(ann);
    damage("DELETE FROM event_counters WHERE user_id = ?", ann);
    log.write(List.of(news("b", null, ann)));
    assertThat(log.after(ann, seen, 10)).extracting(Event::data).containsExactly("b");
  }

  private void damage(String statement, long person) {
    var _ = database.get(JdbcClient.class).sql(statement).param(person).update();
  }

  @Test
  void after_its_counter_fell_behind_a_log_goes_on_after_its_last_event() {
    long ann = newPerson();
    long bob = newPerson();
    log.write(List.of(news("a", null, ann), news("b", null, ann), news("c", null, bob)));
    long seen = log.last(ann);
    long bobs = log.last(bob);
    damage("UPDATE event_counters SET last = 0 WHERE user_id = ?", ann);
    log.write(List.of(news("d", null, ann, bob)));
    assertThat(numbers(log.after(ann, seen, 10))).containsExactly(seen + 1);
    assertThat(numbers(log.after(bob, bobs, 10))).containsExactly(bobs + 1);
  }

  @Test
  void what_everybody_is_told_is_told_to_each() {
    long ann = newPerson();
    long start = log.last(ann);
    log.write(List.of(news("all", null, EventLog.EVERYONE), news("mine", null, ann)));
    assertThat(log.after(ann, start, 10)).extracting(Event::data).containsExactly("all", "mine");
  }

  @Test
  void a_deed_is_told_once_however_often_and_by_however_many_at_once() {
    long ann = newPerson();
    long bob = newPerson();
    Callable<Void> tell =
        () -> {
          log.write(List.of(news("message", "m1", ann, bob)));
          return null;
        };
    assertThat(AtOnce.failures(AtOnce.all(Collections.nCopies(6, tell)))).isEmpty();
    log.write(List.of(news("message", "m1", ann, bob, newPerson())));
    assertThat(log.after(ann, 0, 10).stream().filter(e -> e.data().equals("message"))).hasSize(1);
    assertThat(log.after(bob, 0, 10).stream().filter(e -> e.data().equals("message"))).hasSize(1);
  }

  @Test
  void events_of_more_than_a_week_ago_are_trimmed_and_whoever_missed_them_starts_over() {
    long ann = newPerson();
    long start = log.last(ann);
    log.write(List.of(news("old", null, ann)));
    database
        .get(JdbcClient.class)
        .sql("UPDATE events SET at = at - :week WHERE user_id = :ann")
        .param("week", Duration.ofDays(7).plusMinutes(1).toMillis())
        .param("ann", ann)
        .update();
    log.write(List.of(news("young", null, ann)));
    log.trim();
    assertThat(log.after(ann, start, 10)).extracting(Event::data).containsExactly("young");
    assertThat(log.reaches(ann, start)).isFalse();
    assertThat(log.reaches(ann, start + 1)).isTrue();
  }

  @Test
  void what_is_rolled_back_was_never_told_and_leaves_no_gap() {
    long ann = newPerson();
    long start = log.last(ann);
    database
        .transaction()
        .executeWithoutResult(
            transaction -> {
              log.write(List.of(news("never", null, ann)));
              transaction.setRollbackOnly();
            });
    log.write(List.of(news("first", null, ann)));
    assertThat(numbers(log.after(ann, start, 10))).containsExactly(start + 1);
  }

  /// Transactions stay open after they have written, and announce to people in any order: there is
  /// no deadlock, and a concurrent reader gets every number in order.
  @Test
  void a_reader_never_skips_an_event_while_many_write() {
    List<Long> people = List.of(newPerson(), newPerson(), newPerson());
    log.write(List.of(new Announcement(people, "test", "\"0\"", null)));
    long reader = people.get(1);
    long start = log.last(reader);
    AtomicInteger writing = new AtomicInteger(WRITERS);
    List<Long> read = Collections.synchronizedList(new ArrayList<>());
    List<Callable<Void>> all = new ArrayList<>();
    IntStream.range(0, WRITERS).forEach(n -> all.add(() -> write(people, n, writing)));
    all.add(() -> read(reader, start, read, writing));
    assertThat(AtOnce.failures(AtOnce.all(all))).isEmpty();
    long told = 2L * WRITERS * WRITTEN_BY_EACH;
    assertThat(read)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(start + 1, start + told).boxed().toList());
  }

  private @Nullable Void write(List<Long> people, int seed, AtomicInteger writing) {
    Random random = new Random(seed);
    try {
      for (int i = 0; i < WRITTEN_BY_EACH; i++) {
        List<Long> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        database
            .transaction()
            .executeWithoutResult(
                transaction -> {
                  log.write(
                      List.of(
                          new Announcement(shuffled, "test", "1", null),
                          new Announcement(shuffled, "test", "2", null)));
                  var _ = log.last(shuffled.getFirst());
                });
      }
    } finally {
      writing.decrementAndGet();
    }
    return null;
  }

  private @Nullable Void read(long person, long start, List<Long> read, AtomicInteger writing) {
    long place = start;
    boolean last;
    do {
      last = writing.get() == 0;
      for (Event event : log.after(person, place, 7)) {
        place = Objects.requireNonNull(event.id());
        read.add(place);
        last = false;
      }
    } while (!last);
    return null;
  }

  private static Announcement news(String data, @Nullable String once, Long... to) {
    return new Announcement(List.of(to), "test", data, once);
  }

  private static List<Long> numbers(List<Event> events) {
    return events.stream().map(Event::id).map(Objects::requireNonNull).toList();
  }

  private static long newPerson() {
    return NEXT_PERSON.incrementAndGet();
  }
}
