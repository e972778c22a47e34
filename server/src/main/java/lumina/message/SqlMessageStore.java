package lumina.message;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lumina.id.SortKey;
import lumina.id.TimeOrderedId;
import lumina.storage.LocalBackend;
import lumina.storage.sql.Rows;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
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
      SELECT m.sort_key, m.message_id, m.from_id AS from_user_id, u.username AS from_username,
        m.to_id AS to_user_id, m.text, m.photo_id, m.client_id, m.timestamp, m.deleted,
        m.reply_to, m.from_reaction, m.to_reaction
      FROM messages m JOIN users u ON u.id = m.from_id
      """;
  static final String CONVERSATION =
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
    Message added = find(message.from(), insert(message)).orElseThrow();
    raise(added.fromUserId(), added.toUserId(), added.sortKey(), 0);
    raise(added.toUserId(), added.fromUserId(), added.sortKey(), 1);
    return added;
  }

  private String insert(NewMessage message) {
    long now = SortKey.behind(timeOfLast(message), clock.millis());
    String id = TimeOrderedId.at(now);
    sql.sql(
            """
            INSERT INTO messages (sort_key, message_id, smaller_id, larger_id, from_id, to_id, text,
              photo_id, client_id, timestamp, reply_to)
            VALUES (:sort_key, :id, min(:from, :to), max(:from, :to), :from, :to, :text,
              :photo, :client, :now, :reply_to)
            """)
        .param("sort_key", SortKey.of(now, id))
        .param("id", id)
        .param("from", message.from())
        .param("to", message.to())
        .param("text", message.text())
        .param("photo", message.photoId())
        .param("client", message.clientId())
        .param("now", now)
        .param("reply_to", message.replyTo())
        .update();
    return id;
  }

  /// Makes the times of a conversation unique, since a cursor in the cloud holds a time.
  private long timeOfLast(NewMessage message) {
    return sql.sql(
            "SELECT m.timestamp FROM messages m "
                + CONVERSATION
                + "ORDER BY m.sort_key DESC LIMIT 1")
        .param("me", message.from())
        .param("other", message.to())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private void raise(long user, long other, long sortKey, int unread) {
    sql.sql(
            """
            INSERT INTO conversations (user_id, other_id, last_sort_key, unread)
            VALUES (:user, :other, :sort_key, :unread)
            ON CONFLICT (user_id, other_id) DO UPDATE
            SET last_sort_key = :sort_key, unread = unread + :unread
            """)
        .param("user", user)
        .param("other", other)
        .param("sort_key", sortKey)
        .param("unread", unread)
        .update();
  }

  @Override
  public Optional<Message> find(long me, String messageId) {
    return sql.sql(SELECT + "WHERE m.message_id = :id AND :me IN (m.from_id, m.to_id)")
        .param("id", messageId)
        .param("me", me)
        .query(Rows.of(Message.class))
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
        .query(Rows.of(Message.class))
        .list()
        .stream()
        .filter(message -> keys.contains(MessageKey.of(message)))
        .collect(Collectors.toMap(Message::messageId, message -> message));
  }

  @Override
  public Optional<Message> findByClientId(NewMessage message) {
    if (message.clientId() == null) {
      return Optional.empty();
    }
    return sql.sql(SELECT + "WHERE m.from_id = :from AND m.to_id = :to AND m.client_id = :client")
        .param("from", message.from())
        .param("to", message.to())
        .param("client", message.clientId())
        .query(Rows.of(Message.class))
        .optional();
  }

  @Override
  public List<Message> after(long me, long other, long sortKey, int limit) {
    return sql.sql(
            SELECT + CONVERSATION + "AND m.sort_key > :from ORDER BY m.sort_key LIMIT :limit")
        .param("me", me)
        .param("other", other)
        .param("from", sortKey)
        .param("limit", limit)
        .query(Rows.of(Message.class))
        .list();
  }

  @Override
  public List<Message> before(long me, long other, long sortKey, int limit) {
    return sql.sql(
            SELECT + CONVERSATION + "AND m.sort_key < :from ORDER BY m.sort_key DESC LIMIT :limit")
        .param("me", me)
        .param("other", other)
        .param("from", sortKey)
        .param("limit", limit)
        .query(Rows.of(Message.class))
        .list()
        .reversed();
  }

  @Override
  @Transactional
  public Optional<Message> react(Message message, long userId, @Nullable Reaction reaction) {
    sql.sql(
            """
            UPDATE messages SET
              from_reaction = CASE WHEN from_id = :user THEN :emoji ELSE from_reaction END,
              to_reaction = CASE WHEN to_id = :user THEN :emoji ELSE to_reaction END
            WHERE message_id = :id AND deleted = 0
            """)
        .param("user", userId)
        .param("emoji", reaction == null ? null : reaction.emoji())
        .param("id", message.messageId())
        .update();
    return find(userId, message.messageId()).filter(it -> !it.deleted());
  }

  @Override
  @Transactional
  public void empty(Message message) {
    sql.sql(
            """
            UPDATE messages SET text = '', photo_id = NULL, deleted = 1, from_reaction = NULL,
              to_reaction = NULL
            WHERE message_id = :id
            """)
        .param("id", message.messageId())
        .update();
    sql.sql(
            """
            UPDATE conversations SET unread = (
              SELECT count(*) FROM messages m
              WHERE m.smaller_id = min(:from, :to) AND m.larger_id = max(:from, :to)
                AND m.sort_key > read_sort_key AND m.from_id = :from AND m.deleted = 0)
            WHERE user_id = :to AND other_id = :from AND unread > 0
            """)
        .param("from", message.fromUserId())
        .param("to", message.toUserId())
        .update();
  }
}
