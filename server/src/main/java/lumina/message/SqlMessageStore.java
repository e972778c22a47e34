package lumina.message;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lumina.id.TimeOrderedId;
import lumina.storage.LocalBackend;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores messages in SQLite.
@Repository
@LocalBackend
@Transactional(readOnly = true)
class SqlMessageStore implements MessageStore {
  static final String SELECT =
      """
      SELECT m.sequence, m.message_id, m.from_id AS from_user_id, u.username AS from_username,
        m.to_id AS to_user_id, m.text, m.photo_id, m.client_id, m.timestamp, m.deleted
      FROM messages m JOIN users u ON u.id = m.from_id
      """;
  private static final String CONVERSATION =
      "WHERE m.smaller_id = min(:me, :other) AND m.larger_id = max(:me, :other) ";

  private final JdbcClient sql;
  private final Clock clock;

  SqlMessageStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Message add(NewMessage message) {
    Optional<Message> first = findByClientId(message);
    if (first.isPresent()) {
      return first.get();
    }
    String id = insert(message);
    Message added = find(message.from(), id).orElseThrow();
    raise(added.fromUserId(), added.toUserId(), added.sequence(), 0);
    raise(added.toUserId(), added.fromUserId(), added.sequence(), 1);
    return added;
  }

  private String insert(NewMessage message) {
    long now = Math.max(clock.millis(), timeOfLast(message) + 1);
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
    return id;
  }

  /// Makes the times of a conversation unique, since a cursor in the cloud holds a time.
  private long timeOfLast(NewMessage message) {
    return sql.sql(
            "SELECT m.timestamp FROM messages m "
                + CONVERSATION
                + "ORDER BY m.sequence DESC LIMIT 1")
        .param("me", message.from())
        .param("other", message.to())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private void raise(long user, long other, long sequence, int unread) {
    sql.sql(
            """
            INSERT INTO conversations (user_id, other_id, last_sequence, unread)
            VALUES (:user, :other, :sequence, :unread)
            ON CONFLICT (user_id, other_id) DO UPDATE
            SET last_sequence = :sequence, unread = unread + :unread
            """)
        .param("user", user)
        .param("other", other)
        .param("sequence", sequence)
        .param("unread", unread)
        .update();
  }

  @Override
  public Optional<Message> find(long me, String messageId) {
    return sql.sql(SELECT + "WHERE m.message_id = :id AND :me IN (m.from_id, m.to_id)")
        .param("id", messageId)
        .param("me", me)
        .query(Message.class)
        .optional();
  }

  @Override
  public Optional<Message> find(long me, long other, String messageId) {
    return find(me, messageId).filter(message -> message.other(me) == other);
  }

  @Override
  public Map<String, Message> among(Collection<MessageKey> keys) {
    return sql
        .sql(SELECT + "WHERE m.message_id IN (:ids)")
        .param("ids", keys.stream().map(MessageKey::messageId).toList())
        .query(new DataClassRowMapper<>(Message.class))
        .list()
        .stream()
        .filter(message -> keys.contains(MessageKey.of(message)))
        .collect(Collectors.toMap(Message::messageId, message -> message));
  }

  @Override
  public Optional<Message> findByClientId(NewMessage message) {
    return sql.sql(SELECT + "WHERE m.from_id = :from AND m.to_id = :to AND m.client_id = :client")
        .param("from", message.from())
        .param("to", message.to())
        .param("client", message.clientId())
        .query(Message.class)
        .optional();
  }

  @Override
  public List<Message> after(long me, long other, long sequence, int limit) {
    return sql.sql(
            SELECT + CONVERSATION + "AND m.sequence > :from ORDER BY m.sequence LIMIT :limit")
        .param("me", me)
        .param("other", other)
        .param("from", sequence)
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Message.class))
        .list();
  }

  @Override
  public List<Message> before(long me, long other, long sequence, int limit) {
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

  @Override
  public long placeOf(long me, long other, long timestamp) {
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

  @Override
  @Transactional
  public void empty(Message message) {
    sql.sql(
            "UPDATE messages SET text = '', photo_id = NULL, deleted = 1 WHERE sequence = :sequence")
        .param("sequence", message.sequence())
        .update();
    sql.sql(
            """
            UPDATE conversations SET unread = (
              SELECT count(*) FROM messages m
              WHERE m.smaller_id = min(:from, :to) AND m.larger_id = max(:from, :to)
                AND m.sequence > read_sequence AND m.from_id = :from AND m.deleted = 0)
            WHERE user_id = :to AND other_id = :from AND unread > 0
            """)
        .param("from", message.fromUserId())
        .param("to", message.toUserId())
        .update();
  }
}
