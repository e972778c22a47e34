package lumina.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What each person was told, in order, for seven days. Written in the transaction of the deed
/// itself: what happened is told, and nothing else is.
@Repository
@Transactional(readOnly = true)
class EventLog {
  /// Stands for everybody.
  static final long EVERYONE = 0;

  private static final Duration KEPT = Duration.ofDays(7);
  private final JdbcClient sql;
  private final Clock clock;

  EventLog(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Transactional
  void append(long userId, String type, String data) {
    sql.sql("INSERT INTO events (user_id, type, data, at) VALUES (:user, :type, :data, :now)")
        .param("user", userId)
        .param("type", type)
        .param("data", data)
        .param("now", clock.millis())
        .update();
  }

  /// Returns whom it told.
  @Transactional
  List<Long> appendForFriends(long userId, String type, String data) {
    return sql.sql(
            """
            INSERT INTO events (user_id, type, data, at)
            SELECT friend_id, :type, :data, :now FROM friendships WHERE user_id = :user
            RETURNING user_id
            """)
        .param("user", userId)
        .param("type", type)
        .param("data", data)
        .param("now", clock.millis())
        .query((row, n) -> row.getLong(1))
        .list();
  }

  List<Event> after(long userId, long sequence, int limit) {
    return sql.sql(
            """
            SELECT sequence AS id, type, data, at FROM events
            WHERE user_id IN (:user, 0) AND sequence > :after ORDER BY sequence LIMIT :limit
            """)
        .param("user", userId)
        .param("after", sequence)
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Event.class))
        .list();
  }

  /// The newest event of anybody: whoever comes now has missed nothing up to it.
  long last() {
    return sql.sql("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'events'")
        .query(Long.class)
        .single();
  }

  /// Whether everything after this one is still here (and it is not from another log).
  boolean reaches(long sequence) {
    long oldest =
        sql.sql("SELECT coalesce(min(sequence), 0) FROM events").query(Long.class).single();
    long last = last();
    return sequence <= last && (sequence >= oldest - 1) && (oldest > 0 || sequence == last);
  }

  @Scheduled(fixedDelay = 60 * 60 * 1000)
  @Transactional
  void trim() {
    sql.sql("DELETE FROM events WHERE at < :old")
        .param("old", clock.millis() - KEPT.toMillis())
        .update();
  }
}
