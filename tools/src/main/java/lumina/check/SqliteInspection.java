package lumina.check;

import lumina.storage.LocalBackend;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the database file itself, and that details belong to a photo.
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
  }
}
