package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 22: notifications name the comment that they quote (`comment_id`, empty for none), and
/// stay for a day when what they tell of is taken back (`gone`), so that it is not told again.
@Component
@CloudBackend
class NotificationColumns extends RepeatableMigration {
  NotificationColumns() {
    super("22", "notification ids");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable notifications = new LegacyTable(sql, "notifications");
    notifications.addColumn(
        "comment_id", "VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''");
    notifications.addColumn("gone", "BOOLEAN NOT NULL DEFAULT FALSE");
    if (!notifications.hasIndex("notifications_gone")) {
      notifications.alter("ADD INDEX notifications_gone (gone, at)");
    }
  }
}
