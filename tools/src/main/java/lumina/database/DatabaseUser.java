package lumina.database;

import java.util.List;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.storage.CloudBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The command `database-user`: as the administrator of MySQL, creates the user with which servers
/// connect (`DB_APP_USER`, `DB_APP_PASSWORD`), or changes its password.
///
/// The user has the rights that servers and their migrations need, in the one database only.
@Component("database-user")
@CloudBackend
@ConditionalOnNotWebApplication
class DatabaseUser implements Command {
  private static final String MAY =
      "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES";

  private final JdbcClient sql;
  private final Environment settings;

  DatabaseUser(JdbcClient sql, Environment settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public int run(List<String> arguments) {
    String user = required("DB_APP_USER");
    String password = required("DB_APP_PASSWORD");
    String database = settings.getRequiredProperty("storage.mysql.name");
    if (user.equals(settings.getProperty("storage.mysql.user"))) {
      throw new CommandRefused("DB_APP_USER is the administrator: choose another name.");
    }
    run("CREATE USER IF NOT EXISTS :{user}@'%' IDENTIFIED BY :password", user, password);
    run("ALTER USER :{user}@'%' IDENTIFIED BY :password", user, password);
    sql.sql("GRANT %s ON `%s`.* TO :{user}@'%%'".formatted(MAY, database.replace("`", "``")))
        .param("user", user)
        .update();
    System.out.printf("%s has access to the database %s now.%n", user, database);
    return 0;
  }

  private void run(String statement, String user, String password) {
    sql.sql(statement).param("user", user).param("password", password).update();
  }

  private String required(String name) {
    String value = settings.getProperty(name, "");
    if (value.isBlank()) {
      throw new CommandRefused("%s is missing: set it.".formatted(name));
    }
    return value;
  }
}
