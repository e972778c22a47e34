package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 22: a notification has the id of the comment that it quotes (`comment_id`, empty for
/// none), and a withdrawn one stays for a day (`gone`), so that people are not notified again.
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
