package lumina.check;

import java.util.List;
import lumina.storage.LocalBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks that each person's list of conversations follows from the messages.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record ConversationInspection(JdbcClient sql) implements Inspection {
  private static final String MESSAGES =
      "FROM messages WHERE smaller_id = min(user_id, other_id) AND larger_id = max(user_id, other_id)";

  private static final String WRONG_END =
      """
      SELECT user_id, other_id FROM conversations
      WHERE last_sort_key IS NOT (SELECT max(sort_key) %s)
      """
          .formatted(MESSAGES);

  private static final String LOST_SIDES =
      """
      SELECT smaller_id AS user_id, larger_id AS other_id FROM messages UNION SELECT larger_id, smaller_id FROM messages
      EXCEPT SELECT user_id, other_id FROM conversations
      """;

  private static final String SIDE = " WHERE user_id = ? AND other_id = ?";

  private static final String REMOVE_EMPTY =
      "DELETE FROM conversations" + SIDE + " AND NOT EXISTS (SELECT 1 " + MESSAGES + ")";

  private static final String ADD =
      "INSERT INTO conversations (user_id, other_id, last_sort_key) VALUES (?, ?, 0)";

  private static final String END =
      "UPDATE conversations SET last_sort_key = (SELECT max(sort_key) " + MESSAGES + ")" + SIDE;

  private record Side(long userId, long otherId) {}

  @Override
  public String subject() {
    return "conversations";
  }

  @Override
  public void inspect(Findings findings) {
    sides(WRONG_END).forEach(it -> inspectEnd(it, findings));
    sides(LOST_SIDES).forEach(it -> addLost(it, findings));
  }

  /// Leaves out conversations of lost people, which the check of the database itself names.
  private List<Side> sides(String query) {
    return sql.sql(
            """
            SELECT user_id, other_id FROM (%s)
            WHERE user_id IN (SELECT id FROM users) AND other_id IN (SELECT id FROM users)
            """
                .formatted(query))
        .query((row, n) -> new Side(row.getLong(1), row.getLong(2)))
        .list();
  }

  private void inspectEnd(Side side, Findings findings) {
    findings.add(
        "What person %d sees of the conversation with person %d does not end with its last message. If messages are lost, restore a backup; or let it end with the last one that is there, and be gone if there is none."
            .formatted(side.userId(), side.otherId()),
        () -> update(REMOVE_EMPTY, side) > 0 || update(END, side) > 0);
  }

  private void addLost(Side side, Findings findings) {
    findings.add(
        "Person %d does not see the conversation with person %d in the list."
            .formatted(side.userId(), side.otherId()),
        () -> update(ADD, side) > 0 && update(END, side) > 0);
  }

  private int update(String statement, Side side) {
    return sql.sql(statement).params(side.userId(), side.otherId()).update();
  }
}
