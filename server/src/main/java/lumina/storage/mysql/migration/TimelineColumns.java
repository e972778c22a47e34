package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 40: the timeline of each person (docs/decisions/0024). `taken_time` is when a photo was
/// taken or else uploaded, also in rows that older versions write; `counted` says whether a photo
/// is in `month_counts`.
@Component
@CloudBackend
class TimelineColumns extends RepeatableMigration {
  private static final String TAKEN = "coalesce(taken_at, sort_key DIV 1048576)";

  TimelineColumns() {
    super("40", "timeline");
  }

  @Override
  void migrate(JdbcClient sql) {
    LegacyTable photos = new LegacyTable(sql, "photos");
    photos.addColumn("taken_time", "BIGINT GENERATED ALWAYS AS (%s) VIRTUAL".formatted(TAKEN));
    photos.addColumn(
        "month",
        """
        INT GENERATED ALWAYS AS (
          EXTRACT(YEAR_MONTH FROM DATE_ADD('1970-01-01', INTERVAL floor(%s / 1000) SECOND))) VIRTUAL
        """
            .formatted(TAKEN));
    photos.addColumn("counted", "TINYINT NOT NULL DEFAULT 0");
    if (!photos.hasIndex("photos_by_taken")) {
      photos.alter("ADD KEY photos_by_taken (user_id, taken_time, sort_key, audience)");
    }
    if (!photos.hasIndex("photos_uncounted")) {
      photos.alter("ADD KEY photos_uncounted (user_id, counted)");
    }
    sql.sql(
            """
            CREATE TABLE IF NOT EXISTS month_counts (
              user_id  INT NOT NULL,
              audience VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              month    INT NOT NULL,
              photos   INT NOT NULL,
              PRIMARY KEY (user_id, audience, month)
            ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
            """)
        .update();
  }
}
