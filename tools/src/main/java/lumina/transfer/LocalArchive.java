package lumina.transfer;

import java.util.List;
import lumina.storage.LocalBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The records in SQLite that are in DynamoDB in the cloud. The tables of some have other columns
/// than their records.
@Component
@ConditionalOnNotWebApplication
@LocalBackend
record LocalArchive(SqlRows rows) implements Archive {
  private static final String INSERT_MESSAGE =
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

  private static final String SELECT_CONVERSATION =
      """
      SELECT c.user_id, c.other_id, l.message_id AS last_message, l.timestamp AS last_at, c.unread,
        coalesce(r.message_id, '') AS read_message, coalesce(r.timestamp, 0) AS read_at
      FROM conversations c JOIN messages l %s LEFT JOIN messages r %s
      """
          .formatted(
              OF_CONVERSATION.formatted("l", "last_sort_key"),
              OF_CONVERSATION.formatted("r", "read_sort_key"));

  /// Fails if the last message does not exist.
  private static final String REPLACE_CONVERSATION =
      """
      INSERT OR REPLACE INTO conversations (user_id, other_id, last_sort_key, unread, read_sort_key)
      VALUES (:user_id, :other_id, (SELECT sort_key FROM messages WHERE message_id = :last_message),
        :unread, coalesce((SELECT sort_key FROM messages WHERE message_id = :read_message), 0))
      """;

  @Override
  public List<Records> records() {
    return List.of(photoDetails(), messages(), conversations());
  }

  /// Details of a photo that is not in the index belong to an upload or a deletion.
  private Records photoDetails() {
    return new SqlRecords(Entity.PHOTO_DETAILS, rows) {
      @Override
      String select() {
        return super.select() + " WHERE photo_id IN (SELECT photo_id FROM photos)";
      }
    };
  }

  private Records messages() {
    return new SqlRecords(Entity.MESSAGES, rows) {
      @Override
      public void insert(List<EntityRecord> messages) {
        rows.write(messages, INSERT_MESSAGE);
      }
    };
  }

  private Records conversations() {
    return new SqlRecords(Entity.CONVERSATIONS, rows) {
      @Override
      String select() {
        return SELECT_CONVERSATION;
      }

      @Override
      public void insert(List<EntityRecord> sides) {
        rows.write(sides, REPLACE_CONVERSATION);
      }

      @Override
      public void update(List<EntityRecord> sides) {
        insert(sides);
      }
    };
  }
}
