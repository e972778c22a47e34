package lumina.transfer.sql;

import lumina.storage.LocalBackend;
import lumina.transfer.DeferredReferences;
import lumina.transfer.Entity;
import lumina.transfer.Records;
import lumina.transfer.Transactions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is said, in SQLite.
@Configuration(proxyBeanMethods = false)
@ConditionalOnNotWebApplication
@LocalBackend
class LocalArchive {
  private static final String PUT_MESSAGE =
      """
      INSERT INTO messages (sort_key, message_id, smaller_id, larger_id, from_id, to_id, text,
        photo_id, client_id, timestamp, deleted)
      VALUES (:sort_key, :message_id, min(:from_id, :to_id), max(:from_id, :to_id), :from_id,
        :to_id, :text, :photo_id, :client_id, :timestamp, :deleted)
      """;

  /// A message of the conversation of `c` with a sort key.
  private static final String OF_CONVERSATION =
      """
      ON %1$s.smaller_id = min(c.user_id, c.other_id)
        AND %1$s.larger_id = max(c.user_id, c.other_id) AND %1$s.sort_key = c.%2$s
      """;

  private static final String SIDE =
      """
      SELECT c.user_id, c.other_id, l.message_id AS last_message, l.timestamp AS last_at, c.unread,
        coalesce(r.message_id, '') AS read_message, coalesce(r.timestamp, 0) AS read_at
      FROM conversations c JOIN messages l %s LEFT JOIN messages r %s
      """
          .formatted(
              OF_CONVERSATION.formatted("l", "last_sort_key"),
              OF_CONVERSATION.formatted("r", "read_sort_key"));
  private static final String PUT_SIDE =
      """
      INSERT OR REPLACE INTO conversations (user_id, other_id, last_sort_key, unread, read_sort_key)
      SELECT :user_id, :other_id, l.sort_key, :unread,
        coalesce((SELECT sort_key FROM messages WHERE message_id = :read_message), 0)
      FROM messages l WHERE l.message_id = :last_message
      """;

  /// While photos come after what is said about them.
  @Bean
  DeferredReferences looseEnds(Transactions transactions) {
    return () -> transactions.sql().getJdbcOperations().execute("PRAGMA foreign_keys = OFF");
  }

  @Bean
  Records messagesRows(Transactions transactions) {
    SqlStatements columns = SqlStatements.of(Entity.MESSAGES, "messages");
    return new SqlRecords(
        new SqlStatements(
            Entity.MESSAGES, "messages", columns.select(), PUT_MESSAGE, columns.update()),
        transactions);
  }

  @Bean
  Records conversationsRows(Transactions transactions) {
    return new SqlRecords(
        new SqlStatements(Entity.CONVERSATIONS, "conversations", SIDE, PUT_SIDE, PUT_SIDE),
        transactions);
  }

  @Bean
  Records commentsRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.COMMENTS, "comments"), transactions);
  }

  @Bean
  Records likesRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.LIKES, "photo_likes"), transactions);
  }
}
