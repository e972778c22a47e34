package lumina.storage.mysql.migration;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of the old application, with changes that can be repeated: MySQL cannot roll back a
/// partial migration, so each step first checks what is already done.
record LegacyTable(JdbcClient sql, String name) {
  private static final Logger log = LoggerFactory.getLogger(LegacyTable.class);

  /// The old application has no data from before the year 2000.
  private static final String NO_TIME =
      "created_at IS NULL OR coalesce(unix_timestamp(created_at), 0) < 946684800";

  void alter(String changes) {
    sql.sql("ALTER TABLE " + name + " " + changes).update();
  }

  /// Replaces the server's defaults of the time when the table was made.
  void makeUniform() {
    alter(
        "ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, "
            + "CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
  }

  void addColumn(String column, String definition) {
    if (!hasColumn(column)) {
      alter("ADD COLUMN " + column + " " + definition);
    }
  }

  void addIndex(String index, String columns) {
    if (!hasIndex(index)) {
      alter("ADD KEY %s (%s)".formatted(index, columns));
    }
  }

  void dropIndex(String index) {
    if (hasIndex(index)) {
      alter("DROP KEY " + index);
    }
  }

  void renameColumn(String from, String to) {
    if (hasColumn(from)) {
      alter("RENAME COLUMN %s TO %s".formatted(from, to));
    }
  }

  /// Allows dates such as 0000-00-00 from before MySQL was strict; otherwise MySQL refuses to
  /// change a table that holds one.
  void takeAnyDate() {
    sql.sql("SET @proper_mode = @@SESSION.sql_mode, SESSION sql_mode = ''").update();
  }

  void takeProperDates() {
    sql.sql("SET SESSION sql_mode = @proper_mode").update();
  }

  /// Converts `created_at` from a date in UTC to milliseconds. An unknown time becomes that of the
  /// row before, or else the earliest known one, or now.
  void countMilliseconds() {
    if (isDate()) {
      addColumn("created_millis", "BIGINT");
      sql.sql(
              "UPDATE %s SET created_millis = 1000 * floor(unix_timestamp(created_at)) WHERE NOT (%s)"
                  .formatted(name, NO_TIME))
          .update();
      List<Long> unknown = timeless();
      if (!unknown.isEmpty()) {
        log.warn(
            "{}: unreadable times, replaced by that of the previous row: ids {}", name, unknown);
        takeTimesFromTheRowsBefore();
      }
      alter("DROP COLUMN created_at");
    }
    if (!hasColumn("created_at")) {
      alter("CHANGE COLUMN created_millis created_at BIGINT NOT NULL");
    }
  }

  private void takeTimesFromTheRowsBefore() {
    sql.sql(
            """
            UPDATE %1$s timeless JOIN (
              SELECT id, coalesce(
                max(created_millis) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING),
                min(created_millis) OVER (),
                1000 * unix_timestamp()) AS millis FROM %1$s) known
              ON known.id = timeless.id
            SET timeless.created_millis = known.millis WHERE timeless.created_millis IS NULL
            """
                .formatted(name))
        .update();
  }

  /// Returns the ids of rows without a readable date; none once dates are milliseconds.
  List<Long> timeless() {
    return isDate()
        ? sql.sql("SELECT id FROM %s WHERE %s ORDER BY id".formatted(name, NO_TIME))
            .query((row, n) -> row.getLong(1))
            .list()
        : List.of();
  }

  void makeUnique(String column) {
    if (!counts(
        """
        SELECT count(*) FROM information_schema.statistics s
        WHERE table_schema = database() AND table_name = :table AND column_name = :part
          AND non_unique = 0 AND NOT EXISTS (
            SELECT 1 FROM information_schema.statistics more
            WHERE more.table_schema = s.table_schema AND more.table_name = s.table_name
              AND more.index_name = s.index_name AND more.seq_in_index > 1)
        """,
        column)) {
      alter("ADD UNIQUE KEY (" + column + ")");
    }
  }

  void dropForeignKeys() {
    foreignKeys().forEach(this::dropForeignKey);
  }

  /// Does nothing if there is no such key.
  void dropForeignKey(String key) {
    if (foreignKeys().contains(key)) {
      alter("DROP FOREIGN KEY `" + key + "`");
    }
  }

  private List<String> foreignKeys() {
    return sql.sql(
            """
            SELECT constraint_name FROM information_schema.table_constraints
            WHERE constraint_type = 'FOREIGN KEY'
              AND table_schema = database() AND table_name = :table
            """)
        .param("table", name)
        .query((row, n) -> row.getString(1))
        .list();
  }

  boolean hasIndex(String index) {
    return counts(
        """
        SELECT count(*) FROM information_schema.statistics
        WHERE table_schema = database() AND table_name = :table AND index_name = :part
        """,
        index);
  }

  boolean hasColumn(String column) {
    return counts(
        """
        SELECT count(*) FROM information_schema.columns
        WHERE table_schema = database() AND table_name = :table AND column_name = :part
        """,
        column);
  }

  private boolean isDate() {
    return counts(
        """
        SELECT count(*) FROM information_schema.columns
        WHERE table_schema = database() AND table_name = :table AND column_name = :part
          AND data_type IN ('timestamp', 'datetime')
        """,
        "created_at");
  }

  private boolean counts(String query, String part) {
    return sql.sql(query).param("table", name).param("part", part).query(Long.class).single() > 0;
  }
}
