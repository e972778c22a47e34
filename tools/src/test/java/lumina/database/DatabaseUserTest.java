package lumina.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import lumina.account.UserStore;
import lumina.cli.CommandRun;
import lumina.stores.MariaDb;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("cloud")
class DatabaseUserTest {
  private final MariaDb server = MariaDb.shared();
  private final String database = server.newDatabase();
  private final String another = server.newDatabase();
  private final Map<String, String> settings = new HashMap<>();

  @Test
  void servers_work_in_their_own_database_as_somebody_who_may_do_nothing_elsewhere() {
    assertThat(make("first").exitCode()).isZero();
    CommandRun again = make("it's \"new\"");
    assertThat(again.exitCode()).as(again.said()).isZero();
    String[] ofServer =
        server.settings(
            database, "storage.mysql.user=app_" + database, "storage.mysql.password=it's \"new\"");
    try (var lumina = SqlDatabase.start(ofServer)) {
      assertThat(lumina.getBean(UserStore.class).find(1)).isEmpty();
      JdbcClient sql = lumina.getBean(JdbcClient.class);
      for (String deed :
          new String[] {"CREATE DATABASE mine", "CREATE TABLE %s.t (i INT)".formatted(another)}) {
        assertThatThrownBy(() -> sql.sql(deed).update()).isInstanceOf(DataAccessException.class);
      }
    }
  }

  private CommandRun make(String password) {
    settings.put("STORAGE_BACKEND", "dynamodb");
    settings.put("DB_HOST", "127.0.0.1");
    settings.put("DB_PORT", String.valueOf(server.port()));
    settings.put("DB_NAME", database);
    settings.put("DB_USER", MariaDb.USER);
    settings.put("DB_PASSWORD", MariaDb.PASSWORD);
    settings.put("DB_APP_USER", "app_" + database);
    settings.put("DB_APP_PASSWORD", password);
    settings.put("AWS_REGION", "eu-central-1");
    settings.put("S3_BUCKET", "none");
    CommandRun made = CommandRun.of(settings, "database-user");
    assertThat(made.exitCode()).as(made.said()).isZero();
    return made;
  }
}
