package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 27: the id of the place that this database belongs to (see `lumina.storage.place`), the
/// records that a transfer skipped, and the names of people before an adoption.
@Component
@CloudBackend
class PlaceTable extends RepeatableMigration {
  PlaceTable() {
    super("27", "place");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable users = new LegacyTable(sql, "users");
    users.addColumn("old_username", "VARCHAR(50)");
    users.addColumn("old_email", "VARCHAR(100)");
    sql.sql(
            """
            CREATE TABLE IF NOT EXISTS place (
              one      INT NOT NULL PRIMARY KEY,
              place_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              settled  BOOLEAN NOT NULL
            ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
            """)
        .update();
    sql.sql(
            """
            CREATE TABLE IF NOT EXISTS left_out (
              kind    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              row_key VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              reason  VARCHAR(1000) NOT NULL,
              PRIMARY KEY (kind, row_key)
            ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
            """)
        .update();
  }
}
