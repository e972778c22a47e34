package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 51: the photo of one's own that stands above one's page, and people whom somebody does
/// not want to be suggested as friends.
@Component
@CloudBackend
class CoverColumn extends RepeatableMigration {
  CoverColumn() {
    super("51", "covers and hidden suggestions");
  }

  @Override
  void migrate(JdbcClient sql) {
    new LegacyTable(sql, "users")
        .addColumn("cover_photo_id", "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin");
    sql.sql(
            """
            CREATE TABLE IF NOT EXISTS hidden_suggestions (
              user_id   INT    NOT NULL,
              hidden_id INT    NOT NULL,
              since     BIGINT NOT NULL,
              PRIMARY KEY (user_id, hidden_id),
              KEY hidden_suggestions_by_hidden (hidden_id),
              CONSTRAINT hidden_suggestions_user
                FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
              CONSTRAINT hidden_suggestions_hidden
                FOREIGN KEY (hidden_id) REFERENCES users (id) ON DELETE CASCADE
            ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
            """)
        .update();
  }
}
