package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 2: the people of the old application become ours.
@Component
@CloudBackend
public class LegacyUsers extends RepeatableMigration {
  public LegacyUsers() {
    super("2", "people");
  }

  @Override
  public void migrate(JdbcClient sql) {
    LegacyTable users = new LegacyTable(sql, "users");
    users.takeAnyDate();
    users.addColumn("old_username", "VARCHAR(50)");
    users.addColumn("old_email", "VARCHAR(100)");
    new LegacyAccounts(sql).change();
    users.countMilliseconds();
    users.makeUniform();
    users.makeUnique("username");
    users.makeUnique("email");
    users.addColumn("name", "VARCHAR(60) NOT NULL DEFAULT ''");
    // Whoever had to be called otherwise is still shown under the name that friends know.
    sql.sql("UPDATE users SET name = old_username WHERE name = '' AND old_username IS NOT NULL")
        .update();
    users.addColumn("bio", "VARCHAR(300) NOT NULL DEFAULT ''");
    users.addColumn("default_audience", "VARCHAR(7) NOT NULL DEFAULT 'public'");
    // Which picture of theirs is shown; null when there is none. A new picture has a new version.
    users.addColumn("picture", "VARCHAR(64)");
    // The position of the newest photo that they have seen at Home.
    users.addColumn("feed_seen", "BIGINT NOT NULL DEFAULT 0");
    users.takeProperDates();
  }
}
