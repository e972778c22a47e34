package lumina.check;

import java.util.List;
import lumina.storage.LocalBackend;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the database file itself, that details belong to a photo, and that whoever wrote a
/// comment or liked a photo has an account.
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

  @Override
  public String subject() {
    return "the database";
  }

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
    List.of("comments", "photo_likes").forEach(table -> inspectAuthors(table, findings));
  }

  /// Versions up to 0.2 could keep what somebody wrote while their account was deleted.
  private void inspectAuthors(String table, Findings findings) {
    sql.sql(
            """
            SELECT DISTINCT user_id FROM %s
            WHERE user_id > 0 AND user_id NOT IN (SELECT id FROM users) ORDER BY user_id
            """
                .formatted(table))
        .query(Long.class)
        .list()
        .forEach(
            person ->
                findings.add(
                    """
                    Rows of %1$s have the user_id %2$d, which no row of users has: restore a \
                    backup, or, if that account was deleted, delete them (DELETE FROM %1$s WHERE \
                    user_id = %2$d) and check again with --repair."""
                        .formatted(table, person)));
  }
}
