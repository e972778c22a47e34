package lumina.backend;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 2: the people of the old application become ours.
@Component
@CloudBackend
class OldUsers extends RepeatableMigration {
  OldUsers() {
    super("2", "people");
  }

  @Override
  void migrate(JdbcClient sql) {
    OldTable users = new OldTable(sql, "users");
    users.makeUniform();
    users.countMilliseconds();
    sql.sql(
            """
            UPDATE IGNORE users SET email = concat(username, '@lumina.local') WHERE email IS NULL
            """)
        .update();
    users.addColumn("name", "VARCHAR(60) NOT NULL DEFAULT ''");
    users.addColumn("bio", "VARCHAR(300) NOT NULL DEFAULT ''");
    users.addColumn("default_audience", "VARCHAR(7) NOT NULL DEFAULT 'public'");
    // Which picture of theirs is shown; null when there is none. A new picture has a new version.
    users.addColumn("picture", "VARCHAR(64)");
    // The position of the newest photo that they have seen at Home.
    users.addColumn("feed_seen", "BIGINT NOT NULL DEFAULT 0");
  }
}
