package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 39: when photos were taken, and what people share of how (docs/decisions/0024). A row
/// without `taken_at` was taken when it was uploaded; `captured` says whether the file was asked,
/// which rows of older versions were not.
@Component
@CloudBackend
class CaptureColumns extends RepeatableMigration {
  CaptureColumns() {
    super("39", "captures");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("taken_at", "BIGINT");
    photos.addColumn("taken_offset", "SMALLINT");
    photos.addColumn("taken_from", "VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin");
    photos.addColumn("captured", "TINYINT NOT NULL DEFAULT 0");
    LegacyTable users = new LegacyTable(sql, "users");
    users.addColumn("share_camera", "TINYINT NOT NULL DEFAULT 1");
    users.addColumn("share_place", "TINYINT NOT NULL DEFAULT 0");
  }
}
