package lumina.check;

import lumina.storage.LocalBackend;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the database file itself, that details belong to a photo, and that conversations end with
/// a message.
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

  private static final String WITHOUT_END =
      """
      SELECT user_id, other_id FROM conversations
      WHERE NOT EXISTS (SELECT 1 %s AND messages.sort_key = last_sort_key)
      """
          .formatted(MESSAGES);

  private static final String SIDE = " WHERE user_id = ? AND other_id = ?";

  private static final String REMOVE_EMPTY =
      "DELETE FROM conversations" + SIDE + " AND NOT EXISTS (SELECT 1 " + MESSAGES + ")";

  private static final String END_EARLIER =
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
    sql.sql(WITHOUT_END)
        .query((row, n) -> new Side(row.getLong(1), row.getLong(2)))
        .list()
        .forEach(it -> inspectEnd(it, findings));
  }

  private void inspectEnd(Side side, Findings findings) {
    findings.add(
        "The last message between person %d and person %d is lost: restore a backup, or let what person %1$d sees end with the one before."
            .formatted(side.userId(), side.otherId()),
        () -> endEarlier(side));
  }

  /// A conversation without any message is none.
  private boolean endEarlier(Side side) {
    if (update(REMOVE_EMPTY, side) == 0) {
      update(END_EARLIER, side);
    }
    return true;
  }

  private int update(String statement, Side side) {
    return sql.sql(statement).params(side.userId(), side.otherId()).update();
  }
}
