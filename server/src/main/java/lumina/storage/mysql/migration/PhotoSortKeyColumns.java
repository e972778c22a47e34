package lumina.storage.mysql.migration;

import java.util.List;
import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 34: what lists of photos are sorted by is called the same everywhere. Only names change,
/// so no row is read, and instances of the version before answer no list of photos until they are
/// replaced (docs/operations.md).
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
