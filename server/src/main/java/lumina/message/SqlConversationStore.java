package lumina.message;

import java.util.List;
import java.util.Optional;
import lumina.id.SortKey;
import lumina.storage.LocalBackend;
import lumina.storage.sql.Rows;
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
                UPDATE conversations SET read_sort_key = :sort_key, unread = (
                  SELECT count(*) FROM messages m
                  WHERE m.smaller_id = min(:me, :other) AND m.larger_id = max(:me, :other)
                    AND m.sort_key > :sort_key AND m.from_id = :other AND m.deleted = 0)
                WHERE user_id = :me AND other_id = :other AND read_sort_key < :sort_key
                """)
            .param("me", me)
            .param("other", other)
            .param("sort_key", newest.sortKey())
            .update()
        > 0;
  }

  /// @param theirs the sort key up to which the other has read
  private record Row(long otherId, long lastSortKey, long unread, long theirs) {}

  @Override
  public List<Conversation> of(long me, long before, int rows) {
    return sql
        .sql(
            """
            SELECT c.other_id, c.last_sort_key, c.unread,
              coalesce((SELECT o.read_sort_key FROM conversations o
                WHERE o.user_id = c.other_id AND o.other_id = c.user_id), 0) AS theirs
            FROM conversations c
            WHERE c.user_id = :me AND c.last_sort_key < :before
            ORDER BY c.last_sort_key DESC LIMIT :rows
            """)
        .param("me", me)
        .param("before", before)
        .param("rows", rows)
        .query(Rows.of(Row.class))
        .list()
        .stream()
        .flatMap(row -> conversation(me, row).stream())
        .toList();
  }

  /// None without its last message, which a damaged database may have lost.
  private Optional<Conversation> conversation(long me, Row row) {
    return last(me, row)
        .map(
            last ->
                new Conversation(row.otherId(), last, row.unread(), SortKey.timeOf(row.theirs())));
  }

  private Optional<Message> last(long me, Row row) {
    return sql.sql(
            SqlMessageStore.SELECT + SqlMessageStore.CONVERSATION + "AND m.sort_key = :sort_key")
        .param("me", me)
        .param("other", row.otherId())
        .param("sort_key", row.lastSortKey())
        .query(Rows.of(Message.class))
        .optional();
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
