package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 41: the trash; as in SQLite.
@Component
@CloudBackend
class TrashColumns extends RepeatableMigration {
  TrashColumns() {
    super("41", "trash");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("trashed_at", "BIGINT NOT NULL DEFAULT 0");
    photos.addColumn(
        "trashed_from", "VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''");
    photos.addIndex("photos_of_user", "user_id, sort_key, audience, trashed_at");
    photos.addIndex("photos_under_topic", "topic_key, sort_key, audience, user_id, trashed_at");
    photos.addIndex("photos_in_trash", "user_id, trashed_at, sort_key");
    photos.dropIndex("photos_by_user");
    photos.dropIndex("photos_by_topic");
  }
}
