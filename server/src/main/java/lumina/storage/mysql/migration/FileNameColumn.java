package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 29: the name of the uploaded file; as in SQLite.
@Component
@CloudBackend
class FileNameColumn extends RepeatableMigration {
  FileNameColumn() {
    super("29", "file names");
  }

  @Override
  void migrate(JdbcClient sql) {
    new LegacyTable(sql, "photos").addColumn("file_name", "VARCHAR(200) NOT NULL DEFAULT ''");
  }
}
