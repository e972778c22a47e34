package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 21: `revision` grows with every change of a photo's details in DynamoDB, so that
/// instances know when their cached copy is old.
@Component
@CloudBackend
class PhotoRevisionColumn extends RepeatableMigration {
  PhotoRevisionColumn() {
    super("21", "photo revisions");
  }

  @Override
  void migrate(JdbcClient sql) {
    new LegacyTable(sql, "photos").addColumn("revision", "BIGINT NOT NULL DEFAULT 0");
  }
}
