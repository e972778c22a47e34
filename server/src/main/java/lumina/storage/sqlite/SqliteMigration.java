package lumina.storage.sqlite;

import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.StartRefused;
import lumina.storage.sql.Migration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Migrates the tables in SQLite, for which the disk must take something.
@Component
@LocalBackend
class SqliteMigration implements FlywayMigrationStrategy {
  private final DataFolder folder;

  SqliteMigration(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public void migrate(Flyway flyway) {
    new Migration(flyway, folder.root().resolve("lumina.db").toString())
        .run(this::refuseOnReadOnlyDisk);
  }

  private void refuseOnReadOnlyDisk(MigrationInfoService steps) {
    if (folder.isReadOnly() && steps.pending().length > 0) {
      throw new StartRefused(
          "The tables in %s are those of an older Lumina, and its disk is full or read-only: mend the disk, then start Lumina again."
              .formatted(folder.root()));
    }
  }
}
