package lumina.message;

import java.util.List;
import lumina.storage.LocalBackend;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores conversations in SQLite. [SqlMessageStore] writes both sides with each message.
@Repository
@LocalBackend
@Transactional(readOnly = true)
class SqlConversationStore implements ConversationStore {
  private final JdbcClient sql;

  SqlConversationStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public boolean exists(long me, long other) {
    return sql.sql("SELECT count(*) FROM conversations WHERE user_id = :me AND other_id = :other")
            .param("me", me)
            .param("other", other)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  @Transactional
  public boolean read(long me, long other, Message newest) {
    return sql.sql(
                """
                UPDATE conversations SET read_sequence = :sequence, unread = (
                  SELECT count(*) FROM messages m
                  WHERE m.smaller_id = min(:me, :other) AND m.larger_id = max(:me, :other)
                    AND m.sequence > :sequence AND m.from_id = :other AND m.deleted = 0)
                WHERE user_id = :me AND other_id = :other AND read_sequence < :sequence
                """)
            .param("me", me)
            .param("other", other)
            .param("sequence", newest.sequence())
            .update()
        > 0;
  }

  private record Row(long otherId, long lastSequence, long unread, long readUntil) {}

  @Override
  public List<Conversation> of(long me, long before, int rows) {
    return sql
        .sql(
            """
            SELECT c.other_id, c.last_sequence, c.unread,
              coalesce((SELECT r.timestamp FROM conversations o
                JOIN messages r ON r.sequence = o.read_sequence
                WHERE o.user_id = c.other_id AND o.other_id = c.user_id), 0) AS read_until
            FROM conversations c
            WHERE c.user_id = :me AND c.last_sequence < :before
            ORDER BY c.last_sequence DESC LIMIT :rows
            """)
        .param("me", me)
        .param("before", before)
        .param("rows", rows)
        .query(new DataClassRowMapper<>(Row.class))
        .list()
        .stream()
        .map(row -> new Conversation(row.otherId(), last(row), row.unread(), row.readUntil()))
        .toList();
  }

  private Message last(Row row) {
    return sql.sql(SqlMessageStore.SELECT + "WHERE m.sequence = :sequence")
        .param("sequence", row.lastSequence())
        .query(Message.class)
        .single();
  }

  @Override
  public long unread(long me) {
    return sql.sql("SELECT count(*) FROM conversations WHERE user_id = :me AND unread > 0")
        .param("me", me)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public void forgetPerson(long userId) {
    sql.sql("DELETE FROM conversations WHERE user_id = :user OR other_id = :user")
        .param("user", userId)
        .update();
    sql.sql("DELETE FROM messages WHERE smaller_id = :user OR larger_id = :user")
        .param("user", userId)
        .update();
  }
}
