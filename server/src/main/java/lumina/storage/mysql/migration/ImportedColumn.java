package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 52: imported photos; as in SQLite.
@Component
@CloudBackend
class ImportedColumn extends RepeatableMigration {
  ImportedColumn() {
    super("52", "imported_photos");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("imported", "BIGINT NOT NULL DEFAULT 0");
    photos.addIndex("photos_posted", "user_id, imported, sort_key, audience, trashed_at");
  }
}
