package lumina.message;

import java.util.List;
import java.util.Optional;
import lumina.http.Cursor;
import lumina.http.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Each person's side of their conversations: the last message, how many are unread, how far they
/// have read.
@Repository
@Transactional(readOnly = true)
class ConversationStore {
  /// @param friends whether they may still write to each other
  /// @param readUntil the time of the newest message of mine that they have read, 0 for none
  record Conversation(
      long lastSequence,
      long userId,
      String username,
      @Nullable String picture,
      boolean friends,
      String lastMessageId,
      long unread,
      long readUntil) {}

  private final JdbcClient sql;

  ConversationStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Transactional
  void sent(Message message) {
    raise(message.fromUserId(), message.toUserId(), message.sequence(), 0);
    raise(message.toUserId(), message.fromUserId(), message.sequence(), 1);
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

  /// Marks what the other wrote up to a place as read.
  ///
  /// @return whether anything changed
  @Transactional
  boolean read(long user, long other, long sequence) {
    return sql.sql(
                """
                UPDATE conversations SET read_sequence = :sequence, unread = (
                  SELECT count(*) FROM messages m
                  WHERE m.smaller_id = min(:user, :other) AND m.larger_id = max(:user, :other)
                    AND m.sequence > :sequence AND m.from_id = :other)
                WHERE user_id = :user AND other_id = :other AND read_sequence < :sequence
                """)
            .param("user", user)
            .param("other", other)
            .param("sequence", sequence)
            .update()
        > 0;
  }

  Optional<Long> lastSequence(long user, long other) {
    return sql.sql(
            "SELECT last_sequence FROM conversations WHERE user_id = :user AND other_id = :other")
        .param("user", user)
        .param("other", other)
        .query(Long.class)
        .optional();
  }

  Page<Conversation> list(long user, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("conversations " + user);
    List<Conversation> read =
        sql.sql(
                """
                SELECT c.last_sequence, u.id AS user_id, u.username, u.picture, c.unread,
                  EXISTS (SELECT 1 FROM friendships f
                          WHERE f.user_id = c.user_id AND f.friend_id = c.other_id) AS friends,
                  m.message_id AS last_message_id,
                  coalesce((SELECT r.timestamp FROM conversations o
                    JOIN messages r ON r.sequence = o.read_sequence
                    WHERE o.user_id = c.other_id AND o.other_id = c.user_id), 0) AS read_until
                FROM conversations c
                JOIN users u ON u.id = c.other_id
                JOIN messages m ON m.sequence = c.last_sequence
                WHERE c.user_id = :user AND c.last_sequence < :before
                ORDER BY c.last_sequence DESC LIMIT :rows
                """)
            .param("user", user)
            .param("before", cursor.read(after, Long.MAX_VALUE))
            .param("rows", limit + 1)
            .query(new DataClassRowMapper<>(Conversation.class))
            .list();
    return Page.of(read, limit, conversation -> cursor.at(conversation.lastSequence()));
  }

  /// How many conversations have something unread.
  long unread(long user) {
    return sql.sql("SELECT count(*) FROM conversations WHERE user_id = :user AND unread > 0")
        .param("user", user)
        .query(Long.class)
        .single();
  }
}
