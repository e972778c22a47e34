package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Columns of photos that were added one by one.
final class PhotoColumns {
  private PhotoColumns() {}

  /// Version 29: the name of the uploaded file; as in SQLite.
  @Component
  @CloudBackend
  static class FileName extends RepeatableMigration {
    FileName() {
      super("29", "file names");
    }

    @Override
    void migrate(JdbcClient sql) {
      new LegacyTable(sql, "photos").addColumn("file_name", "VARCHAR(200) NOT NULL DEFAULT ''");
    }
  }

  /// Version 41: the trash; as in SQLite.
  @Component
  @CloudBackend
  static class Trash extends RepeatableMigration {
    Trash() {
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

  /// Version 47: the moving part of a photo; as in SQLite.
  @Component
  @CloudBackend
  static class Videos extends RepeatableMigration {
    Videos() {
      super("47", "videos");
    }

    @Override
    void migrate(JdbcClient sql) {
      LegacyTable photos = new LegacyTable(sql, "photos");
      photos.addColumn("duration_ms", "BIGINT NOT NULL DEFAULT 0");
      photos.addColumn(
          "playback", "VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''");
      photos.addIndex("photos_to_transcode", "playback, sort_key");
    }
  }

  /// Version 52: imported photos; as in SQLite.
  @Component
  @CloudBackend
  static class Imported extends RepeatableMigration {
    Imported() {
      super("52", "imported_photos");
    }

    @Override
    void migrate(JdbcClient sql) {
      LegacyTable photos = new LegacyTable(sql, "photos");
      photos.addColumn("imported", "BIGINT NOT NULL DEFAULT 0");
      photos.addIndex("photos_posted", "user_id, imported, sort_key, audience, trashed_at");
      sql.sql(
              """
              CREATE TABLE IF NOT EXISTS imports (
                import_id    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
                user_id      INT NOT NULL,
                state        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                audience     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                albums       INT NOT NULL,
                files        INT NOT NULL DEFAULT 0,
                added        BIGINT NOT NULL DEFAULT 0,
                here_already BIGINT NOT NULL DEFAULT 0,
                not_read     BIGINT NOT NULL DEFAULT 0,
                no_file      BIGINT NOT NULL DEFAULT 0,
                created_at   BIGINT NOT NULL,
                updated_at   BIGINT NOT NULL,
                KEY imports_of_user (user_id, created_at),
                KEY imports_by_time (updated_at),
                CONSTRAINT imports_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
              ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
              """)
          .update();
    }
  }
}
