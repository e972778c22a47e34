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
///
/// Among the comments of a photo and within a conversation, no two have the same time in the cloud.
/// Older ones here may: all are read as if each were at least a millisecond after the one before.
@Configuration(proxyBeanMethods = false)
@ConditionalOnNotWebApplication
@LocalBackend
class LocalArchive {
  private static final String MESSAGE =
      "SELECT message_id, timestamp, from_id, to_id, text, photo_id, client_id, deleted FROM ";
  private static final String MESSAGES_APART =
      apart("messages", "smaller_id, larger_id", "timestamp")
          .formatted("message_id, from_id, to_id, text, photo_id, client_id, deleted");
  private static final String PUT_MESSAGE =
      """
      INSERT INTO messages (sequence, message_id, smaller_id, larger_id, from_id, to_id, text,
        photo_id, client_id, timestamp, deleted)
      VALUES (%s, :message_id, min(:from_id, :to_id), max(:from_id, :to_id), :from_id, :to_id,
        :text, :photo_id, :client_id, :timestamp, :deleted)
      """
          .formatted(free("messages"));

  private static final String SIDE =
      """
      SELECT c.user_id, c.other_id, l.message_id AS last_message, l.timestamp AS last_at, c.unread,
        coalesce(r.message_id, '') AS read_message, coalesce(r.timestamp, 0) AS read_at
      FROM conversations c
      JOIN %1$s l ON l.sequence = c.last_sequence
      LEFT JOIN %1$s r ON r.sequence = c.read_sequence
      """;
  private static final String PUT_SIDE =
      """
      INSERT OR REPLACE INTO conversations (user_id, other_id, last_sequence, unread, read_sequence)
      SELECT :user_id, :other_id, l.sequence, :unread,
        coalesce((SELECT sequence FROM messages WHERE message_id = :read_message), 0)
      FROM messages l WHERE l.message_id = :last_message
      """;

  private static final String COMMENT =
      "SELECT comment_id, created_at, photo_id, user_id, text FROM ";
  private static final String COMMENTS_APART =
      apart("comments", "photo_id", "created_at").formatted("comment_id, photo_id, user_id, text");
  private static final String PUT_COMMENT =
      """
      INSERT INTO comments (sequence, comment_id, photo_id, user_id, text, created_at)
      VALUES (%s, :comment_id, :photo_id, :user_id, :text, :created_at)
      """
          .formatted(free("comments"));

  private static final String PUT_LIKE =
      """
      INSERT INTO photo_likes (sequence, photo_id, user_id, liked_at)
      VALUES (%s, :photo_id, :user_id, :liked_at)
      """
          .formatted(free("photo_likes"));

  /// A table with times that grow from row to row: the time less the number of the row must never
  /// fall.
  private static String apart(String table, String partition, String time) {
    return """
    (SELECT sequence, %%s, n + max(%3$s - n) OVER (
       PARTITION BY %2$s ORDER BY sequence ROWS UNBOUNDED PRECEDING) AS %3$s
     FROM (SELECT *, row_number() OVER (PARTITION BY %2$s ORDER BY sequence) AS n FROM %1$s))
    """
        .formatted(table, partition, time);
  }

  /// The first number from `:place` on that is no sequence yet.
  private static String free(String table) {
    return """
    (WITH RECURSIVE free (n) AS (
       SELECT :place UNION ALL
       SELECT n + 1 FROM free WHERE EXISTS (SELECT 1 FROM %s WHERE sequence = n))
     SELECT max(n) FROM free)
    """
        .formatted(table);
  }

  /// While photos come after what is said about them.
  @Bean
  DeferredReferences looseEnds(Transactions transactions) {
    return () -> transactions.sql().getJdbcOperations().execute("PRAGMA foreign_keys = OFF");
  }

  @Bean
  Records messagesRows(Transactions transactions) {
    return new StreamedRecords(
        words(Entity.MESSAGES, "messages", MESSAGE + "messages", PUT_MESSAGE),
        MESSAGE + MESSAGES_APART,
        transactions);
  }

  @Bean
  Records conversationsRows(Transactions transactions) {
    return new StreamedRecords(
        new SqlStatements(
            Entity.CONVERSATIONS, "conversations", SIDE.formatted("messages"), PUT_SIDE, PUT_SIDE),
        "WITH apart AS MATERIALIZED " + MESSAGES_APART + SIDE.formatted("apart"),
        transactions);
  }

  @Bean
  Records commentsRows(Transactions transactions) {
    return new StreamedRecords(
        words(Entity.COMMENTS, "comments", COMMENT + "comments", PUT_COMMENT),
        COMMENT + COMMENTS_APART,
        transactions);
  }

  @Bean
  Records likesRows(Transactions transactions) {
    String select = "SELECT photo_id, user_id, liked_at FROM photo_likes";
    return new StreamedRecords(
        words(Entity.LIKES, "photo_likes", select, PUT_LIKE), select, transactions);
  }

  private static SqlStatements words(Entity kind, String table, String select, String insert) {
    return new SqlStatements(kind, table, select, insert, SqlStatements.updateOf(kind, table));
  }
}
