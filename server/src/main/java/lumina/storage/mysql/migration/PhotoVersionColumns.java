package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 26: `version` grows with each change of a photo's files or audience; `bytes` is the size
/// of its original, unknown until the used space of its owner is counted.
@Component
@CloudBackend
class PhotoVersionColumns extends RepeatableMigration {
  PhotoVersionColumns() {
    super("26", "photo versions");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("version", "BIGINT NOT NULL DEFAULT 1");
    photos.addColumn("bytes", "BIGINT");
    if (!photos.hasIndex("photos_by_size")) {
      photos.alter("ADD KEY photos_by_size (user_id, bytes)");
    }
  }
}
