package lumina.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.storage.LocalBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The records in SQLite that are in DynamoDB in the cloud, as far as their tables have other
/// columns or other rows than a transfer.
@Component
@ConditionalOnNotWebApplication
@LocalBackend
record LocalArchive(SqlRows rows) implements Archive {
  /// A message of the conversation of `c` with a sort key.
  private static final String OF_CONVERSATION =
      """
      ON %1$s.smaller_id = min(c.user_id, c.other_id)
        AND %1$s.larger_id = max(c.user_id, c.other_id) AND %1$s.sort_key = c.%2$s
      """;

  private static final String SELECT_CONVERSATION =
      """
      SELECT c.user_id, c.other_id, c.unread, l.timestamp || '#' || l.message_id AS last_message,
        coalesce(r.timestamp || '#' || r.message_id, '') AS read_message
      FROM conversations c JOIN messages l %s LEFT JOIN messages r %s
      """
          .formatted(
              OF_CONVERSATION.formatted("l", "last_sort_key"),
              OF_CONVERSATION.formatted("r", "read_sort_key"));

  private static final String SORT_KEY =
      "(SELECT sort_key FROM messages WHERE message_id = substr(:%1$s, instr(:%1$s, '#') + 1))";

  /// Fails if the last message does not exist.
  private static final String REPLACE_CONVERSATION =
      """
      INSERT OR REPLACE INTO conversations (user_id, other_id, unread, last_sort_key, read_sort_key)
      VALUES (:user_id, :other_id, :unread, %s, coalesce(%s, 0))
      """
          .formatted(SORT_KEY.formatted("last_message"), SORT_KEY.formatted("read_message"));

  @Override
  public Optional<Records> records(Entity kind) {
    return switch (kind) {
      case PHOTO_DETAILS -> Optional.of(photoDetails());
      case MESSAGES -> Optional.of(messages());
      case CONVERSATIONS -> Optional.of(conversations());
      default -> Optional.empty();
    };
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
      Map<String, String> computed() {
        return Map.of("smaller_id", "min(:from_id, :to_id)", "larger_id", "max(:from_id, :to_id)");
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
