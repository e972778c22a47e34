package lumina.backend;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of the old application, and what can be changed of it again and again: MySQL cannot take
/// back half a migration, so each step looks at what is there before.
record OldTable(JdbcClient sql, String name) {
  void alter(String changes) {
    sql.sql("ALTER TABLE " + name + " " + changes).update();
  }

  /// However the server made tables when this one was made.
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

  /// Turns `created_at` from a date, which was written in UTC, into milliseconds. Where nobody
  /// knows the time, it is now.
  void countMilliseconds() {
    if (isDate()) {
      addColumn("created_millis", "BIGINT");
      sql.sql(
              """
              UPDATE %s SET created_millis =
                1000 * floor(coalesce(unix_timestamp(created_at), unix_timestamp()))
              """
                  .formatted(name))
          .update();
      alter("DROP COLUMN created_at");
    }
    if (!hasColumn("created_at")) {
      alter("CHANGE COLUMN created_millis created_at BIGINT NOT NULL");
    }
  }

  void dropForeignKeys() {
    foreignKeys().forEach(key -> alter("DROP FOREIGN KEY `" + key + "`"));
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

  private boolean hasColumn(String column) {
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
