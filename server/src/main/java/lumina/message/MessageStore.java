package lumina.message;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lumina.backend.TimeOrderedId;
import lumina.http.Cursor;
import lumina.http.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Messages in SQLite. Every read names one of the two people, so nobody reads a third one's.
@Repository
@Transactional(readOnly = true)
class MessageStore {
  private static final String SELECT =
      """
      SELECT m.sequence, m.message_id, m.from_id AS from_user_id, u.username AS from_username,
        m.to_id AS to_user_id, m.text, m.photo_id, m.client_id, m.timestamp, m.deleted
      FROM messages m JOIN users u ON u.id = m.from_id
      """;
  private static final String CONVERSATION =
      "WHERE m.smaller_id = min(:me, :other) AND m.larger_id = max(:me, :other) ";

  private final JdbcClient sql;
  private final Clock clock;

  MessageStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  record NewMessage(
      long from, long to, String text, @Nullable String photoId, @Nullable String clientId) {}

  /// @return the new message
  @Transactional
  Message add(NewMessage message) {
    long now = clock.millis();
    String id = TimeOrderedId.at(now);
    sql.sql(
            """
            INSERT INTO messages (message_id, smaller_id, larger_id, from_id, to_id, text, photo_id,
              client_id, timestamp)
            VALUES (:id, min(:from, :to), max(:from, :to), :from, :to, :text, :photo, :client, :now)
            """)
        .param("id", id)
        .param("from", message.from())
        .param("to", message.to())
        .param("text", message.text())
        .param("photo", message.photoId())
        .param("client", message.clientId())
        .param("now", now)
        .update();
    return find(message.from(), id).orElseThrow();
  }

  Optional<Message> find(long me, String messageId) {
    return sql.sql(SELECT + "WHERE m.message_id = :id AND :me IN (m.from_id, m.to_id)")
        .param("id", messageId)
        .param("me", me)
        .query(Message.class)
        .optional();
  }

  Optional<Message> findByClientId(long from, String clientId) {
    return sql.sql(SELECT + "WHERE m.from_id = :from AND m.client_id = :client")
        .param("from", from)
        .param("client", clientId)
        .query(Message.class)
        .optional();
  }

  /// From the oldest on.
  Page<Message> list(long me, long other, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("messages %d %d".formatted(me, other));
    List<Message> read = after(me, other, cursor.read(after, 0), limit + 1);
    return Page.of(read, limit, message -> cursor.at(message.sequence()));
  }

  /// Those after a place, oldest first.
  List<Message> after(long me, long other, long sequence, int limit) {
    return sql.sql(
            SELECT + CONVERSATION + "AND m.sequence > :from ORDER BY m.sequence LIMIT :limit")
        .param("me", me)
        .param("other", other)
        .param("from", sequence)
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Message.class))
        .list();
  }

  /// Those just before a place, oldest first.
  List<Message> before(long me, long other, long sequence, int limit) {
    return sql.sql(
            SELECT + CONVERSATION + "AND m.sequence < :from ORDER BY m.sequence DESC LIMIT :limit")
        .param("me", me)
        .param("other", other)
        .param("from", sequence)
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Message.class))
        .list()
        .reversed();
  }

  /// The place after which everything is newer than a moment.
  long placeOf(long me, long other, long timestamp) {
    return sql.sql(
            "SELECT coalesce(max(m.sequence), 0) FROM messages m "
                + CONVERSATION
                + "AND m.timestamp <= :moment")
        .param("me", me)
        .param("other", other)
        .param("moment", timestamp)
        .query(Long.class)
        .single();
  }

  @Transactional
  void empty(Message message) {
    sql.sql(
            "UPDATE messages SET text = '', photo_id = NULL, deleted = 1 WHERE sequence = :sequence")
        .param("sequence", message.sequence())
        .update();
  }
}
