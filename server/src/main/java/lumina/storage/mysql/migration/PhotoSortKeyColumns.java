package lumina.storage.mysql.migration;

import java.util.List;
import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 34: gives the sort key of photos the same name everywhere. Only names change, so no row
/// is read; instances of the previous version cannot list photos until they are replaced
/// (docs/operations.md).
@Component
@CloudBackend
class PhotoSortKeyColumns extends RepeatableMigration {
  PhotoSortKeyColumns() {
    super("34", "breaking sort keys of photos");
  }

  @Override
  void migrate(JdbcClient sql) {
    for (String table : List.of("photos", "photo_tags", "photo_search", "rederivation")) {
      new LegacyTable(sql, table).renameColumn("position", "sort_key");
    }
  }
}
