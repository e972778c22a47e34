package lumina.check;

import java.util.List;
import lumina.storage.LocalBackend;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the database file itself, that details belong to a photo, and that each person's list of
/// conversations follows from the messages.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record SqliteInspection(JdbcClient sql) implements Inspection {
  /// Those of photos that a server is about to add or to delete are no loss.
  private static final String LOST =
      """
      SELECT photo_id FROM photo_items
      WHERE photo_id NOT IN (SELECT photo_id FROM photos)
        AND photo_id NOT IN (SELECT photo_id FROM unsettled_photos)
      """;

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
      SELECT smaller_id, larger_id FROM messages UNION SELECT larger_id, smaller_id FROM messages
      EXCEPT SELECT user_id, other_id FROM conversations
      """;

  private static final String ADD =
      """
      INSERT INTO conversations (user_id, other_id, last_sort_key)
      SELECT :user, :other, max(sort_key) FROM messages
      WHERE smaller_id = min(:user, :other) AND larger_id = max(:user, :other)
      """;

  private static final String SIDE = " WHERE user_id = ? AND other_id = ?";

  private static final String REMOVE_EMPTY =
      "DELETE FROM conversations" + SIDE + " AND NOT EXISTS (SELECT 1 " + MESSAGES + ")";

  private static final String END =
      "UPDATE conversations SET last_sort_key = (SELECT max(sort_key) " + MESSAGES + ")" + SIDE;

  private record Side(long userId, long otherId) {}

  @Override
  public void inspect(Findings findings) {
    DatabaseSnapshot.damage(sql)
        .forEach(it -> findings.add(it + ": restore a backup, or ask for help."));
    sql.sql(LOST)
        .query(String.class)
        .list()
        .forEach(
            it ->
                findings.add(
                    "The details of photo %s belong to no photo. Its row is lost: restore a backup."
                        .formatted(it)));
    sides(WRONG_END).forEach(it -> inspectEnd(it, findings));
    sides(LOST_SIDES).forEach(it -> addLost(it, findings));
  }

  private List<Side> sides(String query) {
    return sql.sql(query).query((row, n) -> new Side(row.getLong(1), row.getLong(2))).list();
  }

  private void inspectEnd(Side side, Findings findings) {
    findings.add(
        "What person %d sees of the conversation with person %d does not end with its last message. If messages are lost, restore a backup; or let it end with the last one that is there, and be gone if there is none."
            .formatted(side.userId(), side.otherId()),
        () -> {
          if (update(REMOVE_EMPTY, side) == 0) {
            update(END, side);
          }
          return true;
        });
  }

  private void addLost(Side side, Findings findings) {
    findings.add(
        "Person %d does not see the conversation with person %d in the list."
            .formatted(side.userId(), side.otherId()),
        () ->
            sql.sql(ADD).param("user", side.userId()).param("other", side.otherId()).update() > 0);
  }

  private int update(String statement, Side side) {
    return sql.sql(statement).params(side.userId(), side.otherId()).update();
  }
}
