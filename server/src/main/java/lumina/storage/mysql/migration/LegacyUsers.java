package lumina.storage.mysql.migration;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 2: converts the people of the old application to accounts of Lumina.
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
    // People whose username had to change still show the name that their friends know.
    sql.sql("UPDATE users SET name = old_username WHERE name = '' AND old_username IS NOT NULL")
        .update();
    users.addColumn("bio", "VARCHAR(300) NOT NULL DEFAULT ''");
    users.addColumn("default_audience", "VARCHAR(7) NOT NULL DEFAULT 'public'");
    // The version of the current profile picture, null if there is none. Each picture has a new
    // version.
    users.addColumn("picture", "VARCHAR(64)");
    // The sort key of the newest photo that they have seen at Home.
    users.addColumn("feed_seen", "BIGINT NOT NULL DEFAULT 0");
    users.takeProperDates();
  }
}
