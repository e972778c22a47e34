package lumina.storage.mysql.migration;

import java.time.Clock;
import java.util.Map;
import lumina.id.SortKey;
import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 35: orders notifications by time, like all other lists (docs/decisions/0021), and keeps
/// the order that people saw.
@Component
@CloudBackend
class NotificationSortKeys extends RepeatableMigration {
  /// The old values of the column are less than any time.
  private static final long FIRST_TIME = 1L << 50;

  private final Clock clock;

  NotificationSortKeys(Clock clock) {
    super("35", "breaking sort keys of notifications");
    this.clock = clock;
  }

  /// Instances of the previous version continue to write, and number new rows from this time on.
  @Override
  void migrate(JdbcClient sql) {
    LegacyTable notifications = new LegacyTable(sql, "notifications");
    long now = clock.millis();
    notifications.renameColumn("sequence", "sort_key");
    notifications.alter("AUTO_INCREMENT = " + SortKey.startOf(now + 1_000));
    sql.sql(
            """
            UPDATE notifications n JOIN (
              SELECT sort_key, i + max(least(at, :now) * 1048576 - i)
                OVER (ORDER BY sort_key ROWS UNBOUNDED PRECEDING) AS timed
              FROM (SELECT sort_key, at, cast(row_number() OVER (ORDER BY sort_key) AS signed) AS i
                    FROM notifications WHERE sort_key < :first_time) counted) k
              ON k.sort_key = n.sort_key
            SET n.sort_key = k.timed
            """)
        .params(Map.of("now", now, "first_time", FIRST_TIME))
        .update();
  }
}
