package lumina.live;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lumina.job.RecurringJob;
import lumina.storage.sql.Rows;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores the events of each person in order, for seven days. Events are written in the transaction
/// of the change itself, so that the log holds exactly what happened.
///
/// That transaction holds the person's counter until it commits, so events become visible in the
/// order of their numbers, and none appears behind the cursor of a reader (docs/decisions/0010).
@Repository
@Transactional(readOnly = true)
class EventLog {
  /// The user id for events to everybody.
  static final long EVERYONE = 0;

  private static final Duration KEPT = Duration.ofDays(7);
  private final JdbcClient sql;
  private final Clock clock;

  EventLog(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Writes all events of one transaction. It locks counters in the order of user ids, so that two
  /// transactions never deadlock.
  ///
  /// @return the announcements that are new to at least one person
  @Transactional
  List<Announcement> write(List<Announcement> all) {
    TreeSet<Long> people = new TreeSet<>();
    all.forEach(news -> people.addAll(news.people()));
    if (people.isEmpty()) {
      return List.of();
    }
    hold(people);
    Set<Recipient> told = told(all, people);
    return all.stream().filter(news -> write(news, told)).toList();
  }

  private void hold(Set<Long> people) {
    if (lock(people) == people.size()) {
      return;
    }
    Set<Long> missing = new TreeSet<>(people);
    missing.removeAll(
        sql.sql("SELECT user_id FROM event_counters WHERE user_id IN (:people)")
            .param("people", people)
            .query((row, n) -> row.getLong(1))
            .list());
    missing.forEach(this::begin);
    lock(people);
  }

  /// MySQL also locks a row whose values do not change.
  private int lock(Set<Long> people) {
    return sql.sql("UPDATE event_counters SET last = last WHERE user_id IN (:people)")
        .param("people", people)
        .update();
  }

  /// A counter that was lost goes on after the last event that is there.
  private void begin(long person) {
    long last =
        sql.sql("SELECT COALESCE(MAX(sequence), 0) FROM events WHERE user_id = :person")
            .param("person", person)
            .query(Long.class)
            .single();
    try {
      sql.sql("INSERT INTO event_counters VALUES (:person, :last)")
          .param("person", person)
          .param("last", last)
          .update();
    } catch (DuplicateKeyException begunMeanwhile) {
      // another transaction inserted the row, which can be locked now
    }
  }

  /// A person who already has the event of this name.
  private record Recipient(long userId, String once) {}

  private Set<Recipient> told(List<Announcement> all, Set<Long> people) {
    List<String> deeds = all.stream().map(Announcement::once).filter(Objects::nonNull).toList();
    return deeds.isEmpty()
        ? new HashSet<>()
        : new HashSet<>(
            sql.sql(
                    """
                    SELECT user_id, once FROM events
                    WHERE user_id IN (:people) AND once IN (:deeds)
                    """)
                .param("people", people)
                .param("deeds", deeds)
                .query(Rows.of(Recipient.class))
                .list());
  }

  private boolean write(Announcement news, Set<Recipient> told) {
    Set<Long> people = new HashSet<>(news.people());
    String once = news.once();
    if (once != null) {
      people.removeIf(person -> !told.add(new Recipient(person, once)));
    }
    if (people.isEmpty()) {
      return false;
    }
    sql.sql("UPDATE event_counters SET last = last + 1 WHERE user_id IN (:people)")
        .param("people", people)
        .update();
    try {
      insert(news, people);
    } catch (DuplicateKeyException counterTooLow) {
      catchUp(people);
      insert(news, people);
    }
    return true;
  }

  private void insert(Announcement news, Set<Long> people) {
    sql.sql(
            """
            INSERT INTO events (user_id, sequence, type, data, at, once)
            SELECT user_id, last, :type, :data, :now, :once
            FROM event_counters WHERE user_id IN (:people)
            """)
        .param("people", people)
        .param("type", news.type())
        .param("data", news.data())
        .param("now", clock.millis())
        .param("once", news.once())
        .update();
  }

  /// A counter that is behind the last event that is there, after damage, goes on after it.
  private void catchUp(Set<Long> people) {
    String last = "(SELECT MAX(sequence) FROM events e WHERE e.user_id = event_counters.user_id)";
    sql.sql(
            """
            UPDATE event_counters SET last = %1$s + 1
            WHERE user_id IN (:people) AND last <= %1$s
            """
                .formatted(last))
        .param("people", people)
        .update();
  }

  /// Returns the events of this person after an event, at most `limit`, in the order of their
  /// numbers.
  List<Event> after(long userId, long number, int limit) {
    EventId place = EventId.of(number);
    List<Row> everyone = page(EVERYONE, place.everyone(), limit);
    List<Row> own = page(userId, place.person(), limit - everyone.size());
    long heard = everyone.isEmpty() ? place.everyone() : everyone.getLast().sequence();
    return Stream.concat(
            everyone.stream().map(row -> row.as(new EventId(row.sequence(), place.person()))),
            own.stream().map(row -> row.as(new EventId(heard, row.sequence()))))
        .toList();
  }

  private record Row(long sequence, String type, String data, long at) {
    Event as(EventId id) {
      return new Event(id.number(), type, data, at);
    }
  }

  private List<Row> page(long userId, long after, int limit) {
    return sql.sql(
            """
            SELECT sequence, type, data, at FROM events
            WHERE user_id = :user AND sequence > :after ORDER BY sequence LIMIT :limit
            """)
        .param("user", userId)
        .param("after", after)
        .param("limit", limit)
        .query(Rows.of(Row.class))
        .list();
  }

  /// Returns the newest event of a person: a new client has missed nothing up to it.
  long last(long userId) {
    return new EventId(counter(EVERYONE), counter(userId)).number();
  }

  /// Whether the log still holds all events after this one (and the number is not from another
  /// log).
  boolean reaches(long userId, long number) {
    EventId place = EventId.of(number);
    return reaches(EVERYONE, counter(EVERYONE), place.everyone())
        && reaches(userId, counter(userId), place.person());
  }

  private boolean reaches(long userId, long last, long place) {
    return place == last
        || page(userId, place, 1).stream().anyMatch(next -> next.sequence() == place + 1);
  }

  private long counter(long userId) {
    return sql.sql("SELECT last FROM event_counters WHERE user_id = :user")
        .param("user", userId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Bean
  RecurringJob eventTrimmingJob() {
    return new RecurringJob("event-trimming", Duration.ofHours(1), this::trim);
  }

  @Transactional
  void trim() {
    sql.sql("DELETE FROM events WHERE at < :old")
        .param("old", clock.millis() - KEPT.toMillis())
        .update();
  }
}
