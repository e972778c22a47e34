package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 45: the checksum of each original; as in SQLite.
@Component
@CloudBackend
class ChecksumColumn extends RepeatableMigration {
  ChecksumColumn() {
    super("45", "checksums");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("checksum", "CHAR(64) CHARACTER SET ascii COLLATE ascii_bin");
    photos.addIndex("photos_by_checksum", "user_id, checksum");
  }
}
