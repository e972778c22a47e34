package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 30: the version that made a photo's sizes, the state of its stripped original, and the
/// progress of `bin/lumina rederive`; as in SQLite.
@Component
@CloudBackend
class RederivationColumns extends RepeatableMigration {
  RederivationColumns() {
    super("30", "rederivation");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("derived_by", "VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT ''");
    photos.addColumn("clean", "VARCHAR(4) CHARACTER SET ascii NOT NULL DEFAULT ''");
    sql.sql(
            """
            CREATE TABLE IF NOT EXISTS rederivation (
              since    VARCHAR(20) CHARACTER SET ascii NOT NULL,
              position BIGINT NOT NULL,
              user_id  BIGINT NOT NULL
            ) ENGINE = InnoDB
            """)
        .update();
  }
}
