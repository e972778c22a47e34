package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 44: guests, who are not in `users`, may cause notifications; as in SQLite.
@Component
@CloudBackend
class GuestsAsActors extends RepeatableMigration {
  GuestsAsActors() {
    super("44", "guests as actors");
  }

  @Override
  void migrate(JdbcClient sql) {
    new LegacyTable(sql, "notifications").dropForeignKey("notifications_actor");
  }
}
